using System.Security.Cryptography;

namespace OpsGame.Grains.Naming;

/// <summary>Codes and ids nobody can guess; codes are read aloud, so no 0/O, 1/I/L and no U/V pair.</summary>
public static class JoinCode
{
    public const int Length = 6;

    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static string DrawDrillId() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16);

    /// <summary>Below 2^53: every client can show it exactly.</summary>
    public static ulong DrawSeed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) >> 11;

    /// <summary>As typed: case and spaces do not matter. Null: cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length) return null;
        var code = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter) && letter != '-')).ToUpperInvariant();
        return code.Length == Length && code.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? code : null;
    }
}
