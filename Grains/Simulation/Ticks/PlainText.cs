using System.Globalization;
using System.Text;

namespace OpsGame.Simulation.Ticks;

/// <summary>What people write to each other: shown as it is, never markup, on one line.</summary>
internal static class PlainText
{
    /// <summary>Why not: text-too-long, text-control-character; null: it may be said.</summary>
    public static Refusal? Check(string name, string value, int most)
    {
        var length = value.EnumerateRunes().Count();
        if (length > most) return Refusal.Of(CommandRefusals.TextTooLong, name, Show(most), Show(length));
        var plain = value.EnumerateRunes().All(IsAllowed) && Unseen.In(value) is null;
        return plain ? null : Refusal.Of(CommandRefusals.TextControlCharacter, name);
    }

    /// <summary>No control characters, no line breaks, no half characters.</summary>
    private static bool IsAllowed(Rune rune) => !Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029 or 0xFFFD);

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
