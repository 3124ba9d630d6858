using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 21, the other half. A rack without its uplink runs on, and nobody hears of it; a rack with a second feed never notices
/// the first.
/// </summary>
public sealed class RackUplinkTests
{
    [Fact]
    public void TheServersRunAndNobodyReachesThem()
    {
        var play = Lost(spread: false).Pass(20);
        var seen = play.Watch(60);

        Assert.Equal(0, seen.Goodput);
        Assert.Equal(seen.Failures, seen.Failed(Cause.Unreachable) + seen.Failed(Cause.Timeout));
        Assert.All(play.World.Servers, server => Assert.Equal(Lifecycle.Running, server.Lifecycle));
        Assert.True(seen.Cpu("app-1") < 0.01);
    }

    [Fact]
    public void WhatWasOnItsWayTimesOut()
    {
        // no check yet; the uplink goes at this tick's end, and from then on no new request comes
        var play = Lost(spread: false, interval: 300).Pass(0.25);
        var inside = play.World.Last.Service.InFlight;
        var seen = play.Fault("traffic-surge", World.Users, 60, amount: 0).Watch(10);

        // answers that had left the balancer still arrive; two timeouts in a row outlast a user's patience
        Assert.InRange(seen.Failures, 1, inside);
        Assert.Equal(seen.Failures, seen.Failed(Cause.Unreachable) + seen.Failed(Cause.Timeout));
        Assert.Equal(0, play.World.Last.Service.InFlight);
    }

    [Fact]
    public void SpreadOverTwoRacksTheOtherHalfServesEverybody()
    {
        var seen = Lost(spread: true).Pass(20).Watch(60);

        Assert.Equal(0, seen.Failures);
        Assert.Equal(2, seen.HealthyMost);
    }

    [Fact]
    public void RestartingTheServersDoesNotHelp() =>
        Assert.Equal(0, Lost(spread: false).Pass(10).Restart("app-1", "app-2", "app-3", "app-4").Pass(20).Watch(60).Goodput);

    [Fact]
    public void WhenItIsBackTheServersServeAtOnce()
    {
        var seen = Lost(spread: false, seconds: 60).Pass(75).Watch(30);

        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void WithItsUplinkNothingHappens() => Assert.Equal(0, new Play(Racked(spread: false)).Pass(40).Watch(60).Failures);

    [Theory]
    [InlineData(PowerFeeds.A, true)]
    [InlineData(PowerFeeds.B, false)]
    [InlineData(PowerFeeds.Both, false)]
    public void AFailedFeedDarkensOnlyRacksThatHaveNoOther(PowerFeeds feeds, bool dark)
    {
        var racked = Racked(spread: true);
        var play = new Play(racked with { Racks = [racked.Racks[0] with { Feeds = feeds }, racked.Racks[1]] });

        play.Pass(10).Fault("feed-power", PowerFeed.A, seconds: 30).Pass(5);

        Assert.Equal(dark ? Lifecycle.Off : Lifecycle.Running, play.Lifecycle("app-1"));
        Assert.Equal(Lifecycle.Running, play.Lifecycle("app-3"));
        Assert.All(play.Pass(60).World.Racks, rack => Assert.True(rack.Powered));
    }

    private static Play Lost(bool spread, double seconds = 600, double interval = 5) =>
        new Play(Racked(spread, interval)).Pass(20).Fault("rack-uplink", "rack-a", seconds);

    private static Scenario Racked(bool spread, double interval = 5) =>
        Shop.Of(120, 4).Checked(Shop.Check(CheckPath.Shallow, timeout: 1, interval)).Built(server =>
            spread && server.Id is "app-3" or "app-4" ? server with { Rack = "rack-b" } : server);
}
