using System.Globalization;
using System.Text;
using OpsGame.Simulation;
using OpsGame.Simulation.Commands;

namespace OpsGame.Grains.Drills;

/// <summary>Names of people and teams: letters, marks and digits of any script, spaces and - _ . ' ( ), 1–40 characters once trimmed.</summary>
public static class Names
{
    private const string Signs = " -_.'()";

    /// <summary>The name as it will be shown, or why not: name-empty, name-too-long, name-invalid.</summary>
    public static Refusal? Check(string? given, out string name)
    {
        name = (given ?? "").Trim();
        if (name.Length == 0) return Refusal.Of("name-empty");
        if (name.EnumerateRunes().Count() > Limits.NameLength) return Refusal.Of("name-too-long", Show(Limits.NameLength));
        return name.EnumerateRunes().All(IsAllowed) ? null : Refusal.Of("name-invalid");
    }

    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsAllowed(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber => true,
        _ => rune.IsAscii && Signs.Contains((char)rune.Value, StringComparison.Ordinal),
    };

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
