using System.Text;

namespace OpsGame.Grains.Naming;

/// <summary>
/// Alphabets whose letters look alike, so that a word of two of them passes for another word. All other scripts may stand beside
/// any letters: Korean, Chinese and Japanese names have Latin ones in them.
/// </summary>
internal static class Alphabets
{
    /// <summary>First and last letters of the blocks each is in, as Unicode has them.</summary>
    private static readonly (int First, int Last)[][] Blocks =
    [
        [
            (0x41, 0x5A), (0x61, 0x7A), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0x2AF), (0x1D00, 0x1DBF), (0x1E00, 0x1EFF),
            (0x2C60, 0x2C7F), (0xA720, 0xA7FF), (0xAB30, 0xAB6F), (0xFF21, 0xFF5A),
        ],
        [(0x370, 0x3FF), (0x1F00, 0x1FFF)],
        [(0x400, 0x52F), (0x1C80, 0x1C8F), (0xA640, 0xA69F)],
        [(0x530, 0x58F)],
        [(0x13A0, 0x13FF), (0xAB70, 0xABBF)],
        [(0x2C80, 0x2CFF)],
        [(0xA4D0, 0xA4FF)],
        [(0x1400, 0x167F), (0x18B0, 0x18FF)],
        [(0x16A0, 0x16FF)],
    ];

    /// <summary>No word has letters of two of them.</summary>
    public static bool KeepApart(IEnumerable<string> words) => words.All(word =>
        word.EnumerateRunes().Where(Rune.IsLetter).Select(Of).Where(alphabet => alphabet >= 0).Distinct().Count() < 2);

    private static int Of(Rune letter) =>
        Array.FindIndex(Blocks, blocks => Array.Exists(blocks, one => letter.Value >= one.First && letter.Value <= one.Last));
}
