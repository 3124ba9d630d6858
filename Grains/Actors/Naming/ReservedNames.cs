using System.Collections.Frozen;

namespace OpsGame.Grains.Naming;

/// <summary>What would pass for the server or for who runs it, also spaced, numbered or with accents on it.</summary>
internal static class ReservedNames
{
    private static readonly FrozenSet<string> Bare = new[]
    {
        "organiser", "organizer", "instructor", "admin", "administrator", "system", "opsgame", "server", "moderator",
        "주최자", "진행자", "강사", "관리자", "운영자", "시스템",
    }.Select(Strip).ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string name) => Bare.Contains(Strip(name)) || Bare.Contains(Strip(Lookalikes.InLatin(name)));

    /// <summary>Its letters alone, with i, l and 1 as one; a number behind it does not make it another name.</summary>
    private static string Strip(string name)
    {
        var plain = name.ToLowerInvariant().TrimEnd([.. " -_.'()0123456789"]);
        return Lookalikes.Skeleton(plain).Replace(" ", "", StringComparison.Ordinal).Replace('i', 'l');
    }
}
