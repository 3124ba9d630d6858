using System.Collections.Immutable;
using OpsGame.Server.Plans;
using OpsGame.Server.Runs;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Comparison;

/// <summary>The six strategies on one scenario, with the same seeds: the same users at the same moments, the same work.</summary>
internal sealed record ComparedScenario(Scenario Scenario, ImmutableArray<ComparedStrategy> Strategies)
{
    /// <summary>Ticks in all, for whoever watches.</summary>
    public static long Ticks(ImmutableArray<Scenario> scenarios, int seeds) =>
        scenarios.Sum(scenario => scenario.DurationNs / Nanoseconds.PerTick) * seeds * ComparisonFiles.Strategies.Length;

    /// <summary>
    /// Plays every strategy on every scenario with every seed, on so many cores; the outcome does not depend on their number.
    /// </summary>
    /// <exception cref="OperationCanceledException">None of it is of use then.</exception>
    public static ImmutableArray<ComparedScenario> PlayAll(
        ImmutableArray<Scenario> scenarios, ImmutableArray<ulong> seeds, int cores, Progress progress, CancellationToken stop)
    {
        (Scenario Scenario, Plan Plan)[] pairs =
            [.. scenarios.SelectMany(
                scenario => ComparisonFiles.Strategies.Select(id => (scenario, ComparisonFiles.ReadPlan(id, scenario))))];
        var runs = new ComparedRun[pairs.Length * seeds.Length];
        Parallel.For(0, runs.Length, new ParallelOptions { MaxDegreeOfParallelism = cores, CancellationToken = stop }, index =>
        {
            var (scenario, plan) = pairs[index / seeds.Length];
            runs[index] = ComparedRun.Play(scenario, plan, seeds[index % seeds.Length], progress, stop);
        });
        var played = pairs.Zip(runs.Chunk(seeds.Length), (pair, of) =>
            (pair.Scenario, Strategy: new ComparedStrategy.Played(pair.Plan.Id, pair.Plan.Title, [.. of])));
        return
        [
            .. played.GroupBy(each => each.Scenario, each => each.Strategy)
                .Select(each => new ComparedScenario(each.Key, ComparedStrategy.Order([.. each]))),
        ];
    }
}
