using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Looks;

/// <summary>A way to see what no monitor shows: somebody logs in, types and reads.</summary>
/// <param name="Id">Of the action.</param>
/// <param name="TakesNs">On a machine with nothing else to do; what is recorded is recorded for so long.</param>
/// <param name="OnMachine">In a shell of a server, so it takes longer where the cores are busy or the memory is full.</param>
public sealed record LookSpec(string Id, long TakesNs, bool OnMachine)
{
    public static readonly ImmutableArray<LookSpec> All =
    [
        new(Actions.ListProcesses, 3 * Nanoseconds.PerSecond, true),
        new(Actions.ShowLocks, 4 * Nanoseconds.PerSecond, true),
        new(Actions.SlowQueries, 8 * Nanoseconds.PerSecond, true),
        new(Actions.ReadAccessLog, 4 * Nanoseconds.PerSecond, true),
        new(Actions.CheckCertificate, 2 * Nanoseconds.PerSecond, false),
        new(Actions.TraceRequest, 5 * Nanoseconds.PerSecond, false),
    ];

    /// <summary>Null: the action is not a look.</summary>
    public static LookSpec? Find(string action)
    {
        foreach (var spec in All)
            if (spec.Id == action) return spec;
        return null;
    }
}
