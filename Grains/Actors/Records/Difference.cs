using System.Globalization;
using OpsGame.Simulation.Plans;

namespace OpsGame.Grains.Records;

/// <summary>Where a second playing first came out otherwise than was stored.</summary>
/// <param name="Seed">Of the run; null: of a live drill, which has one.</param>
/// <param name="Tick">The first that differs, from 1; null: the history is the same, but not what was stored of it.</param>
/// <param name="What">What differs.</param>
public sealed record Difference(ulong? Seed, long? Tick, string What)
{
    public override string ToString()
    {
        var place = Seed is { } seed ? string.Create(CultureInfo.InvariantCulture, $"seed {seed}, ") : "";
        return Tick is { } tick ? string.Create(CultureInfo.InvariantCulture, $"{place}tick {tick}: {What}") : place + What;
    }

    /// <summary>Null: equal, to the digit.</summary>
    public static Difference? Between(SeedRun stored, SeedRun played)
    {
        if (stored.Equals(played)) return null;
        if (stored.FirstDifference(played) is { } tick) return new Difference(stored.Seed, tick, "another history");
        return new Difference(stored.Seed, null,
            stored.Score != played.Score ? Said("score", stored.Score, played.Score)
            : stored.Failed != played.Failed ? Said("failed requests", stored.Failed, played.Failed)
            : stored.SpentNanoDollars != played.SpentNanoDollars ? Said(
                "nano-dollars", stored.SpentNanoDollars, played.SpentNanoDollars)
            : stored.Hash != played.Hash ? "the hash of the last tick"
            : "what became of its commands");
    }

    public static string Said(string what, long stored, long played) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: {stored} is stored, {played} comes out");
}
