using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Grains.Estates;

/// <summary>A team's drill once more from scenario, seed and log.</summary>
public static class Rerun
{
    /// <summary>
    /// A log whose commands say something else than before, with the hashes they now give: in the log, at its mark, and of the
    /// last tick.
    /// </summary>
    /// <exception cref="OperationCanceledException">Between two ticks.</exception>
    public static (LoggedEstate Logged, ulong Hash) Rehash(
        LoggedEstate logged, Scenario scenario, ulong seed, long ticks, CancellationToken stop)
    {
        var world = new World(scenario, seed, measured: false);
        var (entries, mark) = (logged.Entries.ToBuilder(), logged.Mark);
        for (var next = 0; world.Tick < ticks && !world.Ended;)
        {
            stop.ThrowIfCancellationRequested();
            var isNext = next < entries.Count && entries[next].Tick == world.Tick + 1;
            if (isNext) entries[next] = entries[next] with { PreviousHash = world.Hash };
            Headless.Pass(world, isNext ? entries[next++].Commands : []);
            if (world.Tick == mark?.Tick) mark = mark with { Hash = world.Hash };
        }

        return (logged with { Entries = entries.ToImmutable(), Mark = mark }, world.Hash);
    }

    /// <summary>
    /// Null: everything comes out as it was stored, to the digit. The log knows hashes where commands were given only.
    /// </summary>
    /// <exception cref="OperationCanceledException">Between two ticks.</exception>
    public static Difference? Compare(BoardResult result, LoggedEstate logged, Scenario scenario, CancellationToken stop)
    {
        var world = new World(scenario, result.Seed, measured: false);
        var next = 0;
        while (world.Tick < result.Ticks)
        {
            stop.ThrowIfCancellationRequested();
            if (world.Ended) return new Difference(null, world.Tick + 1, "the scenario is over before the stored end");
            var entry = next < logged.Entries.Length && logged.Entries[next].Tick == world.Tick + 1
                ? logged.Entries[next++]
                : null;
            if (entry is not null && entry.PreviousHash != world.Hash)
                return new Difference(null, world.Tick, "another history, here or before");
            Headless.Pass(world, entry is null ? [] : entry.Commands);
        }

        var (last, service) = (world.Last, world.Last.Service);
        if (last.Hash != result.Hash) return new Difference(null, last.Tick, "another history, here or before");
        if (result.Complete && !last.Ended) return new Difference(null, last.Tick, "it ends before the scenario does");
        if (last.Score.Total != result.Score)
            return new Difference(null, null, Difference.Said("score", result.Score, last.Score.Total));
        if (service.SpentNanoDollars != result.SpentNanoDollars)
            return new Difference(null, null, Difference.Said("nano-dollars", result.SpentNanoDollars, service.SpentNanoDollars));
        return service.Overall.Equals(result.Service) ? null : new Difference(null, null, "service level");
    }
}
