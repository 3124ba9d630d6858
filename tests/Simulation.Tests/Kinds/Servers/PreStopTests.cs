using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Kinds.Servers;

/// <summary>
/// A server that stops is still a target until its balancer hears of it. What comes meanwhile is refused, unless the server goes
/// on for a pre-stop delay. How many that is, the same play without the stop says exactly: those who came to it in that time.
/// </summary>
public sealed class PreStopTests
{
    private const double Rate = 400;

    [Theory]
    [InlineData(2, 0)]
    [InlineData(4, 0)]
    [InlineData(4, 1.5)]
    public void WhatComesBetweenTheEndAndTheNewsIsRefused(double lag, double preStop)
    {
        var stopped = Stopped(lag, preStop);
        var expected = Came(preStop, lag);
        Assert.Equal(expected, stopped.Failed);
        // half of the users' rate for the time in between
        var mean = Rate / 2 * (lag - preStop);
        Assert.InRange(expected, mean - 3.29 * Math.Sqrt(mean), mean + 3.29 * Math.Sqrt(mean));
        // refused while it stops; once it has stopped nobody answers
        var failed = stopped.World.Report().Classes[0].Failed;
        Assert.Equal(expected, failed[Cause.Refused] + failed[Cause.Unreachable]);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 5)]
    [InlineData(0, 0)]
    public void WithAPreStopDelayAsLongAsTheLagNobodyIsRefused(double lag, double preStop) =>
        Assert.Equal(0, Stopped(lag, preStop).Failed);

    [Fact]
    public void ABalancerThatHearsNothingGoesOnUntilItsOwnCheckFails()
    {
        var play = new Play(Farm(null, 0)).Pass(10).Do("stop-server", "app-1").Pass(20);
        Assert.Equal(TargetHealth.Healthy, play.Target("app-1").Health);
        Assert.InRange(play.Failed, 0.4 * 20 * Rate, 0.6 * 20 * Rate);
    }

    [Fact]
    public void ItStaysForItsPreStopDelayAndThenStops()
    {
        var play = new Play(Farm(0, 3)).Pass(10).Do("stop-server", "app-1").Pass(0.25);
        Assert.Equal(Lifecycle.Draining, play.Pass(3).Lifecycle("app-1"));
        Assert.Equal(Lifecycle.Stopped, play.Pass(0.75).Lifecycle("app-1"));
    }

    [Fact]
    public void AnOperatorSetsOneOrTheOtherInTime()
    {
        Assert.Equal(0, Stopped("set-pre-stop", "app-1", "2").Failed);
        Assert.Equal(0, Stopped("set-endpoint-lag", "balancer", "0").Failed);
    }

    [Fact]
    public void ABalancerThatNoLongerListensTrustsItsOwnCheckAgainAndThatIsTakenBack()
    {
        var play = new Play(Farm(0, 0)).Pass(5).Do("stop-server", "app-1").Pass(5);
        Assert.False(play.Target("app-1").Ready);

        var deaf = play.Does("set-endpoint-lag", "balancer", ("on", "false"));
        Assert.Equal(("endpoint-lag-off", true), (deaf.Code, play.Target("app-1").Ready));
        Assert.Equal("endpoint-lag-set", play.TakesBack(deaf, deaf.Undo!).Code);
        Assert.False(play.Pass(0.5).Target("app-1").Ready);
    }

    private static Play Stopped(string action, string target, string seconds) => new Play(Farm(2, 0))
        .Do(action, target, ("seconds", seconds)).Pass(10).Do("stop-server", "app-1").Pass(20);

    private static Play Stopped(double lag, double preStop) =>
        new Play(Farm(lag, preStop)).Pass(10).Do("stop-server", "app-1").Pass(20);

    /// <summary>Who came to app-1 from so many seconds after the command's tick to so many; nobody stops it.</summary>
    private static long Came(double from, double to)
    {
        var play = new Play(Farm(null, 0)).Pass(10).Pass(0.25 + from);
        var before = Arrived(play);
        return Arrived(play.Pass(to - from)) - before;
    }

    private static long Arrived(Play play) => play.Station("app-1/app").Arrived;

    private static Scenario Farm(double? lag, double preStop)
    {
        var farm = Estates.Farm(2, Algorithm.RoundRobin, load: Rate / 2000);
        return farm with
        {
            Operations = farm.Operations with { PreStopNs = Estates.Seconds(preStop) },
            Balancer = farm.Balancer! with { EndpointLagNs = lag is { } seconds ? Estates.Seconds(seconds) : BalancerState.Deaf },
        };
    }
}
