using System.Globalization;
using System.Text;

namespace OpsGame.Simulation.Ticks;

/// <summary>
/// Characters nobody can see: they turn the direction of what stands beside them, or make two texts look alike. Joiners are
/// welcome inside emoji and in scripts whose letters they shape, variation selectors after pictures: what they do is seen.
/// </summary>
public static class Unseen
{
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;
    private const string Keys = "0123456789#*";

    /// <summary>Where the first is (UTF-16); null: there is none. Control characters and line breaks are not looked at.</summary>
    public static int? In(string text)
    {
        var (at, before) = (0, default(Rune));
        foreach (var rune in text.EnumerateRunes())
        {
            var next = at + rune.Utf16SequenceLength;
            var seen = rune.Value switch
            {
                Joiner or NonJoiner => IsJoined(before) && IsJoinedAt(text, next),
                >= 0xFE00 and <= 0xFE0F => IsPicture(before) || Keys.Contains(before.ToString(), StringComparison.Ordinal),
                _ => !IsUnseen(rune),
            };
            if (!seen) return at;
            (at, before) = (next, rune);
        }

        return null;
    }

    private static bool IsJoinedAt(string text, int at) =>
        at < text.Length && Rune.TryGetRuneAt(text, at, out var rune) && IsJoined(rune);

    /// <summary>Pictures and what chooses between them, the scripts from Arabic to Burmese and from Khmer to Mongolian.</summary>
    private static bool IsJoined(Rune rune) => !IsUnseen(rune)
        && (rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0x0600 and <= 0x109F) or (>= 0x1780 and <= 0x18AF)
            || (!rune.IsAscii && Rune.IsSymbol(rune)));

    private static bool IsPicture(Rune rune) =>
        !rune.IsAscii && !IsUnseen(rune) && (Rune.IsSymbol(rune) || Rune.IsPunctuation(rune));

    /// <summary>Format characters, and the letters, marks and signs that are drawn as nothing.</summary>
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or 0xFFA0
        or (>= 0xE0000 and <= 0xE0FFF);
}
