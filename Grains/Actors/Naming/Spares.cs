using System.Text;

namespace OpsGame.Grains.Naming;

/// <summary>Letters and marks that show nothing, or are only another way to write what there is: no name needs them.</summary>
internal static class Spares
{
    private static readonly (int First, int Last)[] Ranges =
    [
        // invisible: a joiner, fillers, inherent vowels, variation selectors
        (0x34F, 0x34F), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),
        // pairs and small raised letters of the Latin alphabet, letters that are signs, styles of formulas
        (0x132, 0x133), (0x149, 0x149), (0x1C4, 0x1CC), (0x1F1, 0x1F3), (0x1D2C, 0x1DBF), (0x2071, 0x209C), (0x2100, 0x214F),
        (0xFB00, 0xFB06), (0x1D400, 0x1D7FF), (0x1EE00, 0x1EEFF),
        // parts of Korean syllables and of voiced kana, presentation forms, Chinese characters that are there twice
        (0x1100, 0x11FF), (0x3099, 0x309A), (0xA960, 0xA97F), (0xD7B0, 0xD7FF), (0xF900, 0xFAFF), (0xFB07, 0xFDFF),
        (0xFE70, 0xFEFF), (0xFFA0, 0xFFDC), (0x2F800, 0x2FA1F),
    ];

    public static bool Has(Rune rune) => Array.Exists(Ranges, range => rune.Value >= range.First && rune.Value <= range.Last);
}
