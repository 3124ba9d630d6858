using System.Collections.Immutable;
using OpsGame.Grains.Records;

namespace OpsGame.Grains.Storage;

/// <summary>Results of finished drills.</summary>
public interface IBoard
{
    /// <summary>
    /// Keeps a drill's results, to be verified; until the drill is kept as finished, the same one again replaces them.
    /// </summary>
    /// <exception cref="SupersededException">It is finished: somebody else ended it.</exception>
    Task Keep(ImmutableArray<BoardResult> results);

    /// <summary>What became of verifying a result; a verified one is sealed as it is stored, with its log.</summary>
    Task Judge(string drill, string team, Verdict verdict);

    Task<JudgedResult?> Find(string drill, string team);

    /// <summary>Those that are not verified yet.</summary>
    Task<ImmutableArray<(string Drill, string Team)>> Pending();

    /// <summary>
    /// The best verified results of a scenario's version, best first, ties by cost. One that is no longer as it was when it was
    /// verified is left out and becomes pending. Their logs are not read: that is <see cref="Audit"/>'s.
    /// </summary>
    Task<BoardResults> Best(string scenario, int version, int count);

    /// <summary>
    /// Reads a verified result's whole log. False: it or the result is no longer as it was when it was verified; the result is
    /// pending now.
    /// </summary>
    Task<bool> Audit(string drill, string team);

    /// <summary>The verified result that comes after this one, in the order of drills and teams; null: it was the last.</summary>
    Task<(string Drill, string Team)?> Following(string drill, string team);
}

/// <param name="Doubtful">Results that are to be verified again.</param>
public sealed record BoardResults(ImmutableArray<BoardResult> Best, ImmutableArray<(string Drill, string Team)> Doubtful);

public sealed record JudgedResult(BoardResult Result, Verdict Verdict);

/// <summary>One team's result. Hash: of its last tick, so that a replay can verify it.</summary>
/// <param name="Complete">Played to its end; nothing else is on a board.</param>
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
    DateTimeOffset FinishedAt,
    bool Complete = true);
