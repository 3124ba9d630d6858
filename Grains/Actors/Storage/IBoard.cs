using System.Collections.Immutable;

namespace OpsGame.Grains.Storage;

/// <summary>Results of finished drills.</summary>
public interface IBoard
{
    /// <summary>Keeps a drill's results; the same drill again replaces them.</summary>
    Task Keep(ImmutableArray<BoardResult> results);

    /// <summary>The best results of a scenario's version, best first.</summary>
    Task<ImmutableArray<BoardResult>> Best(string scenario, int version, int count);
}

/// <summary>One team's result. Hash: of its last tick, so that a replay can verify it.</summary>
public sealed record BoardResult(
    string Drill,
    string Team,
    string TeamName,
    ImmutableArray<string> Players,
    string Scenario,
    int ScenarioVersion,
    string ScenarioHash,
    string Engine,
    ulong Seed,
    int Score,
    double Service,
    long SpentNanoDollars,
    long Ticks,
    ulong Hash,
    DateTimeOffset FinishedAt);
