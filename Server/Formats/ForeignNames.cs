using System.Collections.Frozen;

namespace OpsGame.Server.Formats;

/// <summary>What somebody may have meant by a key that does not exist.</summary>
internal static class ForeignNames
{
    private static readonly FrozenDictionary<string, VendorKey> Known = VendorKeys.All
        .SelectMany(each => each.Name.Split(", "), (each, name) => (Name: Bare(name), Key: each))
        .DistinctBy(each => each.Name)
        .ToFrozenDictionary(each => each.Name, each => each.Key, StringComparer.Ordinal);

    /// <summary>The end of a sentence; null: nobody knows.</summary>
    public static string? Meant(string written, IReadOnlyCollection<string> known)
    {
        if (known.FirstOrDefault(key => Bare(key) == Bare(written)) is { } same) return $"did you mean '{same}'?";
        if (Known.TryGetValue(Bare(written), out var foreign)) return Ours(foreign);
        return Likeness.Of(written, known) is { } like ? $"did you mean '{like}'?" : null;
    }

    private static string Ours(VendorKey foreign) => foreign.Key is { } key
        ? $"{foreign.Product}'s {foreign.Name} is {key} here"
        : $"nothing here is like {foreign.Product}'s {foreign.Name}: {foreign.Note}";

    /// <summary>However its words are joined: maxFails, max_fails, max-fails.</summary>
    private static string Bare(string key) =>
        new([.. key.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
