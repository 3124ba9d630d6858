using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Plans;

public class SeedRunTests
{
    private static readonly Scenario Short = Estates.Whole() with { DurationNs = Estates.Seconds(30) };

    [Fact]
    public void TheSamePlanWithTheSameSeedIsPlayedEqually()
    {
        var (one, other) = (Play(10), Play(10));
        Assert.Equal(one, other);
        Assert.Null(one.FirstDifference(other));
        Assert.NotEqual(one, Play(10, seed: 2));
        Assert.NotEqual(one, one with { Score = one.Score + 1 });
    }

    [Fact]
    public void TheFirstDifferingTickIsNamed()
    {
        // given in the tick that begins at 10 s, which is the 41st, and felt by whoever looks at the cache from then on
        Assert.Equal(41, Play(10).FirstDifference(Play(20)));
        Assert.Equal(1, Play(10).FirstDifference(Play(10, seed: 2)));
    }

    [Fact]
    public void ARunEqualsALiveDrillWithTheSameCommands()
    {
        var run = Play(10);
        var world = new World(Short, 1);
        var runner = new PlanRunner(PlanOf(10));
        while (!world.Last.Ended) Headless.Step(world, runner.Due(world));
        Assert.Equal((world.Last.Tick, world.Last.Hash, world.Last.Score.Total), (run.Ticks, run.Hash, run.Score));
        Assert.Equal(run.Ticks * 2, run.Chain.Length);
    }

    [Fact]
    public void APauseIsPartOfARolloutsTime()
    {
        var start = (15.0, "start-rollout", "rollout", "version: v2, strategy: recreate, drain: 0, bake: 40");
        var straight = Rolled(start);
        var paused = Rolled(start, (60.0, "pause-rollout", "rollout", ""), (160.0, "resume-rollout", "rollout", ""));
        Assert.InRange(straight.RolloutNs, Estates.Seconds(50), Estates.Seconds(100));
        // what was being waited for takes its time anew
        Assert.InRange(paused.RolloutNs - straight.RolloutNs, Estates.Seconds(100), Estates.Seconds(140));
    }

    [Fact]
    public void AManualRolloutTakesTheTimeTwoVersionsRun()
    {
        var run = Rolled((15.0, "install-beside", "app-1", "version: v2"), (60.0, "switch-port", "app-1", "how: reload"),
            (90.0, "stop-port", "app-1", ""));
        Assert.Equal((3, 0), (run.Given, run.Refused));
        Assert.InRange(run.RolloutNs, Estates.Seconds(75), Estates.Seconds(80));
        Assert.Equal(0, Rolled().RolloutNs);
    }

    private static SeedRun Rolled(params (double AtSeconds, string Action, string Target, string Args)[] steps)
    {
        var shop = Shop.Of(20, servers: 1) with
        {
            DurationNs = Estates.Seconds(300),
            Operations = new OperationsSpec(Estates.Seconds(20), Estates.Seconds(5), Estates.Seconds(2), Estates.Seconds(10)),
            Releases = [Shop.Release("v2", 1, 0)],
        };
        return SeedRun.Play(shop, new Plan("plan", new LocalText("", ""), [.. steps.Select(Step)]), 1, CancellationToken.None);

        static PlanStep Step((double AtSeconds, string Action, string Target, string Args) step)
        {
            var given = step.Args.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(": "))
                .ToDictionary(pair => pair[0], pair => pair[1]);
            Assert.Null(ActionCatalogue.Check(step.Action, given, out var args));
            return new PlanStep(1, Estates.Seconds(step.AtSeconds), null, 0, 1, 0, "ann", step.Action, step.Target, args);
        }
    }

    private static SeedRun Play(double atSeconds, ulong seed = 1) =>
        SeedRun.Play(Short, PlanOf(atSeconds), seed, CancellationToken.None);

    private static Plan PlanOf(double atSeconds) => new("plan", new LocalText("", ""),
    [
        new PlanStep(
            1, Estates.Seconds(atSeconds), null, 0, 1, 0, "ann", "flush-cache", "cache",
            System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)),
    ]);
}
