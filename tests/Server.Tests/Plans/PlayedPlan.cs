using OpsGame.Server.Plans;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Tests.Plans;

/// <summary>A plan's drills, in the order of their seeds.</summary>
/// <param name="Series">Digest of what each drill showed.</param>
internal sealed record PlayedPlan(World[] Worlds, RefusedStep[] Refused, string[] Series)
{
    public static readonly ulong[] TenSeeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    public int[] Scores => [.. Worlds.Select(world => world.Last.Score.Total)];

    /// <param name="file">From the repository's root.</param>
    public static PlayedPlan Of(Scenario scenario, string file, ulong[] seeds)
    {
        var plan = PlanReader.Read(Files.Read(file), file, scenario);
        // one after the other: live servers of other tests need the thread pool
        var played = seeds.Select(seed => Play(scenario, plan, seed)).ToArray();
        return new PlayedPlan(
            [.. played.Select(one => one.World)], [.. played.SelectMany(one => one.Refused)],
            [.. played.Select(one => one.Series)]);
    }

    private static (World World, IEnumerable<RefusedStep> Refused, string Series) Play(Scenario scenario, Plan plan, ulong seed)
    {
        var world = new World(scenario, seed);
        var runner = new PlanRunner(plan);
        using var series = new Series();
        while (!world.Last.Ended)
        {
            var frame = Headless.Step(world, runner.Due(world));
            runner.Hear(frame.Events);
            series.Add(frame);
        }

        return (world, runner.Outcome.Refused, series.Digest());
    }
}
