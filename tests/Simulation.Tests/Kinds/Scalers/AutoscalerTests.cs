using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Kinds.Scalers;

/// <summary>Target tracking with a behaviour, held against what Kubernetes' formulas give by hand.</summary>
public sealed class AutoscalerTests
{
    private const long Every = 15;
    private static readonly ScalingBehavior Usual = ScalingBehavior.Usual;

    /// <summary>⌈ready × metric / target⌉ at a target of 50 %; who is not ready is set aside.</summary>
    [Theory]
    [InlineData(4, 4, 0.54, 4)] // within 10 %
    [InlineData(4, 4, 0.46, 4)]
    [InlineData(4, 4, 0.60, 5)]
    [InlineData(4, 4, 0.30, 3)] // ⌈2.4⌉
    [InlineData(8, 8, 0.10, 2)] // six at once
    [InlineData(6, 4, 0.60, 6)] // the two that are not ready count as idle: 40 %, so no more; ⌈4.8⌉ would be fewer
    [InlineData(6, 4, 1.00, 8)] // 67 % of six: ⌈8⌉
    [InlineData(6, 4, 0.40, 4)] // load falls: who is not ready counts not at all, ⌈3.2⌉
    public void WhatTheLoadAsksFor(int current, int ready, double metric, int wanted)
    {
        var free = Usual with { Down = Usual.Down with { WindowNs = 0 } };
        Assert.Equal(wanted, Autoscaler.Wanted(State(metric), free, current, ready, Secs(900)).Wanted);
    }

    [Fact]
    public void UpItDoublesOrAddsFourEachPeriodWhicheverIsMore() =>
        Assert.Equal([2, 6, 12, 24, 48, 60], Course(Usual, servers: 2, steps: 5, _ => 30));

    [Fact]
    public void OfSeveralRatesTheLeastMayCount()
    {
        var careful = Usual with { Up = Usual.Up with { Select = RateChoice.Min } };
        Assert.Equal([2, 4, 8, 12, 16], Course(careful, servers: 2, steps: 4, _ => 30));
    }

    [Fact]
    public void DownByTenPercentAMinuteIsRoundedInItsFavour()
    {
        var slow = Usual with
        {
            Down = new ScalingSide(0, RateChoice.Max, [new ScalingRate(10, true, 60 * Nanoseconds.PerSecond)]),
        };
        // 20 × 0.9 = 18, then nothing for a minute; 16.2, 14.4, 12.6
        Assert.Equal(
            [20, 18, 18, 18, 18, 16, 16, 16, 16, 14, 14, 14, 14, 12], Course(slow, servers: 20, steps: 13, _ => 0.01));
    }

    [Fact]
    public void ASideThatIsOffNeverMoves()
    {
        var off = Usual with { Down = Usual.Down with { Select = RateChoice.Off } };
        Assert.Equal([20, 20, 20, 20], Course(off, servers: 20, steps: 3, _ => 0.01));
    }

    [Fact]
    public void ForFiveMinutesTheMostThatWasAskedForCounts()
    {
        // the load of ten servers falls to that of four at the second decision
        var course = Course(Usual, servers: 10, steps: 24, step => step == 0 ? 5 : 2);
        var firstFewer = course.ToList().FindIndex(servers => servers < 10);
        // ten are asked for at 15 s; 300 s later nobody remembers
        Assert.Equal((21, 4), (firstFewer, course[firstFewer]));
    }

    [Fact]
    public void ADipThatIsShorterThanTheWindowChangesNothing() =>
        Assert.All(Course(Usual, servers: 10, steps: 60, step => step % 12 == 0 ? 5 : 2), servers => Assert.Equal(10, servers));

    [Fact]
    public void AnUpWindowWaitsUntilTheLoadHasAskedForIt()
    {
        var calm = Usual with { Up = Usual.Up with { WindowNs = 60 * Nanoseconds.PerSecond } };
        // a spike of one decision is forgotten; what stays counts after a minute
        Assert.All(Course(calm, servers: 4, steps: 12, step => step == 4 ? 6 : 2), servers => Assert.Equal(4, servers));
        Assert.Equal([4, 4, 4, 4, 4, 8], Course(calm, servers: 4, steps: 5, step => step == 0 ? 2 : 4));
    }

    [Fact]
    public void InItsEstateItScalesAtItsOwnBeatWithoutACoolDown()
    {
        // two servers of 98/s at 150/s: 77 % busy, target 45 %: ⌈3.4⌉ = 4; then 38 % of four is within ⌈3.4⌉ as well
        var policy = ScalerTests.Policy() with { Behavior = Usual, CooldownNs = Estates.Seconds(3000) };
        var play = new Play(ScalerTests.Scaled(policy));
        play.Watch(60);
        Assert.Equal([15], ScalerTests.Told(play, "scaler-scales-out"));
        Assert.Equal(4, ScalerTests.Serving(play));

        // a third of the users: 26 % of two; five minutes after the last time more were asked for it goes there at once
        play.Order(Faults.Of("traffic-surge", Simulation.Estates.World.Users, Estates.Seconds(900), 1 / 3.0)).Watch(420);
        var fewer = Assert.Single(ScalerTests.Told(play, "scaler-scales-in"));
        Assert.Equal(0, fewer % Every);
        Assert.InRange(fewer, 300, 420);
        Assert.Equal(2, ScalerTests.Serving(play));
    }

    [Fact]
    public void AnOperatorSetsItAndTakesItBack()
    {
        var play = new Play(ScalerTests.Scaled(ScalerTests.Policy())).Pass(5);
        var set = play.Does("set-scaling-behavior", "scaler", ("downWindow", "60"), ("up", "min"), ("downServers", "2"));
        Assert.Equal("scaling-behavior-set", set.Code);
        var behavior = play.World.Scalers[0].Policy.Behavior!;
        Assert.Equal((Secs(60), RateChoice.Min, 2), (behavior.Down.WindowNs, behavior.Up.Select, behavior.Down.Rates.Length));

        Assert.Equal("scaling-behavior-off", play.TakesBack(set, set.Undo!).Code);
        Assert.Null(play.World.Scalers[0].Policy.Behavior);
        Assert.Equal(
            "scaling-rate-missing",
            play.Does("set-scaling-behavior", "scaler", ("upServers", "0"), ("upPercent", "0")).Code);
    }

    /// <summary>Servers at each decision of one that is always obeyed at once, for a load of so many busy servers.</summary>
    private static int[] Course(ScalingBehavior behavior, int servers, int steps, Func<int, double> busy)
    {
        var state = State(0);
        var course = new List<int> { servers };
        for (var step = 0; step < steps; step++)
        {
            state = state with { Metric = busy(step) / servers };
            (servers, var memory) = Autoscaler.Wanted(state, behavior, servers, servers, Secs(15 * (step + 1)));
            state = state with { Memory = memory };
            course.Add(servers);
        }

        return [.. course];
    }

    private static ScalerState State(double metric) => new(
        "scaler", Tier.Whole, "size",
        new ScalingPolicy(ScalingKind.Target, 1, 60, 0.5, Secs(60), 0, 0, 0.9, [], []), 1, 0, [], [], metric, false);

    private static long Secs(double seconds) => Estates.Seconds(seconds);
}
