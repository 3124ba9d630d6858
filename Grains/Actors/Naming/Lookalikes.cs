using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace OpsGame.Grains.Naming;

/// <summary>Names that look the same: in capitals or not, however they are parted, and in letters that pass for others.</summary>
internal static class Lookalikes
{
    /// <summary>Letters of other alphabets, and below each the Latin one it passes for.</summary>
    private const string Cyrillic = "АВЕЅІЈКМНОРСТУҮХЬӀаеѕіјорсуүхһԁԛԝѵӏ";
    private const string AsCyrillic = "ABESlJKMHOPCTYYXblaesijopcyyxhdqwvl";
    private const string Greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿαικνορυγϲϳ";
    private const string AsGreek = "ABEZHlKMNOPTYXCJaikvopuycj";
    private const string Armenian = "ՕՍՏԼօսհոզցյ";
    private const string AsArmenian = "OUSLouhnqgj";
    private const string Cherokee = "ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃ";
    private const string AsCherokee = "ABCDEGHiJKLMPRSTVWZ";

    private const string Lisu = "ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ";
    private const string AsLisu = "ABCDEFGHlJKLMNOPRSTUVWXYZ";
    private const string Coptic = "ⲀⲂⲈⲎⲒⲔⲘⲚⲞⲢⲤⲦⲨⲬⲟⲣⲥ";
    private const string AsCoptic = "ABEHlKMNOPCTYXopc";

    /// <summary>Small letters with the shapes of capitals.</summary>
    private const string SmallCapitals = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";
    private const string AsSmallCapitals = "abcdefghijklmnoprstuvwyz";

    /// <summary>Latin letters that pass for each other; 0 and O become o, 1 and I become l.</summary>
    private const string Latin = "OI01ıɑɡøłđħŧ";
    private const string AsLatin = "ololiagoldht";

    /// <summary>ASCII once more, as wide as a Chinese character.</summary>
    private const int FirstWide = 0xFF01;
    private const int LastWide = 0xFF5E;

    private static readonly FrozenDictionary<char, char> Foreign = new[]
    {
        (Cyrillic, AsCyrillic), (Greek, AsGreek), (Armenian, AsArmenian), (Cherokee, AsCherokee), (Lisu, AsLisu),
        (Coptic, AsCoptic), (SmallCapitals, AsSmallCapitals),
    }.SelectMany(pair => pair.Item1.Zip(pair.Item2)).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    private static readonly FrozenDictionary<char, char> Seen = Latin.Zip(AsLatin).Select(pair => (pair.First, pair.Second))
        .Concat(Foreign.Select(pair => (First: pair.Key, Second: pair.Value)))
        .ToFrozenDictionary(pair => pair.First, pair => Plain(pair.Second));

    /// <summary>
    /// As written, or both in small letters, their own or the Latin ones they pass for: a capital I passes for a small l, but Ian
    /// is not Lan.
    /// </summary>
    public static bool Same(string one, string other) =>
        Skeleton(one) == Skeleton(other) || Skeleton(one.ToLowerInvariant()) == Skeleton(other.ToLowerInvariant())
        || Skeleton(InLatin(one).ToLowerInvariant()) == Skeleton(InLatin(other).ToLowerInvariant());

    /// <summary>With Latin letters for those that pass for them, capitals for capitals: some alphabets have no others.</summary>
    public static string InLatin(string name) =>
        string.Concat(name.Select(letter => Foreign.GetValueOrDefault(Accents.Without(letter), letter)));

    /// <summary>
    /// What a name looks like; whatever parts its words is one space, accents do not count, and two letters that pass for one are
    /// one.
    /// </summary>
    public static string Skeleton(string name)
    {
        var look = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.IsBmp && Accents.IsOne((char)rune.Value)) continue;
            if (!IsSign(rune)) look.Append(See(rune));
            else if (look.Length > 0 && look[^1] != ' ') look.Append(' ');
        }

        return look.Replace("rn", "m").Replace("vv", "w").ToString().TrimEnd();
    }

    private static string See(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            rune = new Rune('0' + (int)Rune.GetNumericValue(rune));
        if (rune.Value is >= FirstWide and <= LastWide) rune = new Rune(rune.Value - FirstWide + '!');
        if (!rune.IsBmp) return rune.ToString();
        var bare = Accents.Without((char)rune.Value);
        return Seen.GetValueOrDefault(bare, bare).ToString();
    }

    private static bool IsSign(Rune rune) => !Rune.IsLetterOrDigit(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static char Plain(char latin) => latin switch { 'O' => 'o', 'I' => 'l', _ => latin };
}
