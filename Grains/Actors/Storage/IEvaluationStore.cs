using System.Collections.Immutable;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Plans;

namespace OpsGame.Grains.Storage;

/// <summary>Evaluations and their runs; what was kept survives a power cut.</summary>
public interface IEvaluationStore
{
    /// <summary>Keeps a new one; false: it is there already.</summary>
    Task<bool> Add(Evaluation evaluation);

    /// <summary>Keeps its status, name and verdict; one that is verified is sealed with its runs as they are stored.</summary>
    /// <exception cref="SupersededException">It is not the next revision of the stored one.</exception>
    Task Save(Evaluation evaluation);

    Task<Evaluation?> Find(string id);

    /// <summary>Forgets its runs: they are all to be played again.</summary>
    Task Restart(string evaluation);

    /// <summary>Keeps a finished run; the same again is no harm.</summary>
    Task Keep(string evaluation, SeedRun run);

    /// <summary>Its finished runs in the order of their seeds, with their chains or (much less) without.</summary>
    Task<ImmutableArray<SeedRun>> Runs(string evaluation, bool chains);

    /// <summary>Ids of those there is work to do for, oldest first.</summary>
    Task<ImmutableArray<string>> Open();

    /// <summary>How many there is work to do for, in all and of one address.</summary>
    Task<(int All, int OfAddress)> CountOpen(string address);

    /// <summary>
    /// Forgets finished evaluations that nobody put on a board and their runs: those from before a moment, and of an address all
    /// but the newest so many.
    /// </summary>
    Task Forget(DateTimeOffset before, string address, int keep);

    /// <summary>
    /// The verified entries, of each name the best (who tries often pushes nobody off), and the house's finished plans of a
    /// scenario as it stands (another version: as it was last played).
    /// </summary>
    Task<StrategyResults> Board(string scenario, int version, string? hash, int count);
}

/// <param name="Entries">With their runs, without the chains.</param>
/// <param name="Doubtful">Ids of entries that are not as they were when they were verified; they are not among the
/// entries.</param>
/// <param name="Versions">Of the scenario, that have entries.</param>
public sealed record StrategyResults(
    ImmutableArray<(Evaluation Evaluation, ImmutableArray<SeedRun> Runs)> Entries, ImmutableArray<string> Doubtful,
    ImmutableArray<int> Versions);
