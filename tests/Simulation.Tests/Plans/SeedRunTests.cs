using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Worlds;

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
    public void ARunIsWhatALiveDrillWouldHaveBeen()
    {
        var run = Play(10);
        var world = new World(Short, 1);
        var runner = new PlanRunner(PlanOf(10));
        while (!world.Last.Ended) Headless.Step(world, runner.Due(world));
        Assert.Equal((world.Last.Tick, world.Last.Hash, world.Last.Score.Total), (run.Ticks, run.Hash, run.Score));
        Assert.Equal(run.Ticks * 2, run.Chain.Length);
    }

    private static SeedRun Play(double atSeconds, ulong seed = 1) => SeedRun.Play(Short, PlanOf(atSeconds), seed, CancellationToken.None);

    private static Plan PlanOf(double atSeconds) => new("plan", new LocalText("", ""),
    [
        new PlanStep(
            1, Estates.Seconds(atSeconds), null, 0, 1, 0, "ann", Actions.FlushCache, "cache",
            System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)),
    ]);
}
