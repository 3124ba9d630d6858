using System.Globalization;
using System.Text;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Naming;

/// <summary>
/// Names of people, teams and strategies: letters, marks and digits of any script, spaces and - _ . ' ( ), 1–40 characters once
/// trimmed; a word keeps to one alphabet, and nobody is called like the server or who runs it.
/// </summary>
public static class NameRules
{
    private const string Signs = " -_.'()";

    /// <summary>As many as languages write over or under one letter; more run into the lines around.</summary>
    private const int MarksOnALetter = 2;

    private const int QuotedMost = 20;

    /// <summary>The name as it will be shown, or why not: name-empty, name-too-long, name-invalid, name-reserved.</summary>
    public static Refusal? Check(string? given, out string name)
    {
        name = (given ?? "").Trim();
        if (name.Length == 0) return Refusal.Of(NameRefusals.Empty);
        Rune[] runes = [.. name.EnumerateRunes()];
        if (runes.Length > Limits.NameLength) return Refusal.Of(NameRefusals.TooLong, Show(Limits.NameLength), Beginning(runes));
        if (!runes.All(IsAllowed) || !MarksStandOnLetters(runes) || !Alphabets.KeepApart(Words(name)))
            return Refusal.Of(NameRefusals.Invalid, Beginning(runes));
        return ReservedNames.Has(name) ? Refusal.Of(NameRefusals.Reserved, name) : null;
    }

    /// <summary>Whether people would take one for the other.</summary>
    public static bool Same(string one, string other) => Lookalikes.Same(one, other);

    private static string[] Words(string name) => name.Split(Signs.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);

    private static bool MarksStandOnLetters(Rune[] runes)
    {
        var room = 0;
        foreach (var rune in runes)
        {
            room = IsMark(rune) ? room - 1 : Rune.IsLetter(rune) ? MarksOnALetter : 0;
            if (room < 0) return false;
        }

        return true;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsAllowed(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber => !Spares.Has(rune),
        _ => rune.IsAscii && Signs.Contains((char)rune.Value, StringComparison.Ordinal),
    };

    /// <summary>So that it is known which name is meant, where several were given.</summary>
    private static string Beginning(Rune[] runes) =>
        string.Concat(runes.Take(QuotedMost).Select(rune => Unseen(rune) ? Rune.ReplacementChar : rune))
        + (runes.Length > QuotedMost ? "…" : "");

    private static bool Unseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
