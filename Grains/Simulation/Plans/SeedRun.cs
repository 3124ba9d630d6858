using System.Collections.Immutable;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Plans;

/// <summary>A plan played once, with one seed, to the scenario's end.</summary>
/// <param name="Failed">Requests that ended without an answer.</param>
/// <param name="RolloutNs">
/// Time in which a version was on its way: a rollout, its pauses included, or by hand from a server's other port until that is
/// empty again.
/// </param>
/// <param name="Given">Commands of the plan that were given, and how many of them were refused.</param>
/// <param name="Hash">Of the last tick, chained over all.</param>
/// <param name="Chain">The lowest two bytes of every tick's hash, so that a second playing can name the tick in which it
/// differs.</param>
[GenerateSerializer, Immutable]
public sealed record SeedRun(
    ulong Seed, int Score, long Failed, long SpentNanoDollars, long RolloutNs, int Given, int Refused, long Ticks, ulong Hash,
    ImmutableArray<byte> Chain)
{
    private const int BytesPerTick = 2;

    /// <summary>Plays it.</summary>
    /// <exception cref="OperationCanceledException">Between two ticks.</exception>
    public static SeedRun Play(Scenario scenario, Plan plan, ulong seed, CancellationToken stop)
    {
        var world = new World(scenario, seed, measured: false);
        var runner = new PlanRunner(plan);
        var chain =
            ImmutableArray.CreateBuilder<byte>((int)(scenario.DurationNs / Nanoseconds.PerTick * BytesPerTick) + BytesPerTick);
        var rolling = 0L;
        while (!world.Ended)
        {
            stop.ThrowIfCancellationRequested();
            Headless.Pass(world, runner.Due(world));
            runner.Hear(world.Told);
            if (world.Rollouts.Any(rollout => rollout.UnderWay) || world.Servers.Any(IsBetween)) rolling += Nanoseconds.PerTick;
            chain.Add((byte)world.Hash);
            chain.Add((byte)(world.Hash >> 8));
        }

        var (last, outcome) = (world.Last, runner.Outcome);
        return new SeedRun(
            seed, last.Score.Total, world.Report().Classes.Sum(users => users.Failed.Values.Sum()), last.Service.SpentNanoDollars,
            rolling,
            outcome.Given, outcome.Refused.Length, last.Tick, last.Hash, chain.ToImmutable());
    }

    /// <summary>Everything is equal, to the digit.</summary>
    public bool Equals(SeedRun? other) =>
        other is not null && Figures() == other.Figures() && Chain.AsSpan().SequenceEqual(other.Chain.AsSpan());

    public override int GetHashCode() => unchecked((int)Hash);

    /// <summary>The first tick (from 1) whose hash differs; null: none, as far as two bytes of each tell.</summary>
    public long? FirstDifference(SeedRun other)
    {
        var most = Math.Max(Chain.Length, other.Chain.Length);
        for (var at = 0; at < most; at++)
            if (at >= Chain.Length || at >= other.Chain.Length || Chain[at] != other.Chain[at]) return (at / BytesPerTick) + 1;
        return null;
    }

    /// <summary>A version stands, comes or goes beside the one that serves.</summary>
    private static bool IsBetween(ServerState server) =>
        server.Ports.Any(port => port.Stage is not (PortStage.Serving or PortStage.Empty));

    private (ulong, int, long, long, long, int, int, long, ulong) Figures() =>
        (Seed, Score, Failed, SpentNanoDollars, RolloutNs, Given, Refused, Ticks, Hash);
}
