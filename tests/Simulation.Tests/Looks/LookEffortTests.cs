using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Looks;

/// <summary>Looking takes its time, and a machine that answers.</summary>
public sealed class LookEffortTests
{
    [Fact]
    public void OnAnIdleMachineAProcessListTakesThreeSeconds()
    {
        var play = new Play(Shop.Of(1)).Pass(10).Do("list-processes", "app-1").Pass(2.75);
        var look = Assert.Single(play.World.Last.Looks);
        Assert.Equal(
            ("app-1", "ann", Estates.Seconds(10), Estates.Seconds(13)), (look.Component, look.By, look.BeganNs, look.EndsNs));
        Assert.Empty(play.World.Last.Findings);

        var finding = Assert.Single(play.Pass(0.25).World.Last.Findings);

        Assert.Empty(play.World.Last.Looks);
        Assert.Equal(("ann", Estates.Seconds(13)), (finding.By, finding.AtNs));
        Assert.Equal(["look-list-processes", "found-list-processes"],
            play.Codes.Where(code => code.EndsWith("list-processes", StringComparison.Ordinal)));
    }

    [Fact]
    public void OnBusyCoresTheShellGetsOnlyItsShare()
    {
        var play = new Play(Shop.Of(1_000)).Pass(20);
        var waiting = play.Telemetry("app-1").RunQueue;

        var look = Assert.Single(play.Do("list-processes", "app-1").Pass(0.25).World.Last.Looks);

        // 4 threads that run, those that wait, and the shell share 4 cores: its quarter second of work takes so much longer
        Assert.True(waiting > 20);
        Assert.Equal(3 + 0.25 * ((4 + waiting + 1) / 4.0 - 1), (look.EndsNs - look.BeganNs) / 1e9, tolerance: 0.01);
    }

    [Fact]
    public void WithoutFreeMemoryEveryToolComesFromDisk()
    {
        var shop = Shop.Of(1);
        var (roomy, full) = (shop,
            shop with { Sizes = [.. shop.Sizes.Select(size => size.Id == "size" ? size with { MemoryMiB = 1_600 } : size)] });

        Assert.Equal(3, Takes(roomy), tolerance: 0.5);
        Assert.InRange(Takes(full), 4, 13);
    }

    [Theory]
    [InlineData("list-processes", "app-1")]
    [InlineData("read-access-log", "app-1")]
    [InlineData("show-locks", "app-1")]
    [InlineData("show-locks", "database")]
    [InlineData("slow-queries", "database")]
    public void NobodyLooksAtAMachineThatIsDown(string action, string target)
    {
        var play = new Play(Shop.Of(20)).Pass(5).Do("stop-server", "app-1").Do("stop-server", "db-1").Pass(15);

        play.Do(action, target).Pass(0.25);

        Assert.Contains(play.Events, told => told is { Kind: EventKind.Refused, Code: "server-not-reachable" });
        Assert.Empty(play.World.Last.Looks);
    }

    [Fact]
    public void NobodyLooksAtAMachineWhoseRackHasLostItsUplink()
    {
        var play = new Play(Shop.Of(20)).Pass(5).Fault("rack-uplink", "rack-a", 30).Pass(1);

        play.Do("list-processes", "app-1").Pass(0.25);

        Assert.Contains("server-not-reachable", play.Codes);
    }

    [Fact]
    public void NobodyLooksAtABalancerThatRestarts()
    {
        var play = new Play(Shop.Of(20)).Pass(5).Do("restart-balancer", "balancer").Pass(0.5);

        play.Do("read-access-log", "balancer").Pass(0.25);

        Assert.Contains("server-not-reachable", play.Codes);
    }

    [Fact]
    public void ALookEndsWhenItsMachineGoesDown()
    {
        var play = new Play(Shop.Of(20)).Pass(5).Do("read-access-log", "app-1").Do("slow-queries", "database").Pass(1);

        play.Fault("rack-power", "rack-a", 30).Fault("rack-power", "rack-b", 30).Pass(10);

        Assert.Equal(2, play.Codes.Count(code => code == "look-broken-off"));
        Assert.Empty(play.World.Last.Looks);
        Assert.Empty(play.World.Last.Findings);
        // and may be begun again
        play.Pass(60).Do("read-access-log", "app-1").Do("slow-queries", "database").Pass(10);
        Assert.Equal(2, play.World.Last.Findings.Length);
    }

    [Fact]
    public void TheSecondPlayerIsToldWhoIsAlreadyLooking()
    {
        var play = new Play(Shop.Of(20)).Pass(5).Do("slow-queries", "database").Pass(2).Do("slow-queries", "database").Pass(0.25);

        var refused = Assert.Single(play.Events, told => told.Kind == EventKind.Refused);

        Assert.Equal("look-under-way", refused.Code);
        Assert.Equal(["database", "ann", "2"], refused.Args);
        Assert.Single(play.World.Last.Looks);
    }

    [Fact]
    public void AnotherLookReplacesTheFinding()
    {
        var play = new Play(Shop.Of(20)).Pass(5).Do("list-processes", "app-1").Pass(4);
        var first = Assert.Single(play.World.Last.Findings);

        play.Pass(10).Do("list-processes", "app-1").Pass(4);

        Assert.True(Assert.Single(play.World.Last.Findings).AtNs > first.AtNs + Estates.Seconds(10));
    }

    [Fact]
    public void ADatabaseServerHasNoAccessLogAndNoMutexes()
    {
        var play = new Play(Shop.Of(20)).Do("read-access-log", "db-1").Do("show-locks", "db-1").Pass(1);

        Assert.Equal(["access-log-none", "role-missing"],
            play.Events.Where(told => told.Kind == EventKind.Refused).Select(told => told.Code));
    }

    private static double Takes(Simulation.Scenarios.Scenario scenario)
    {
        var look = new Play(scenario).Pass(10).Do("list-processes", "app-1").Pass(0.25).World.Last.Looks[0];
        return (look.EndsNs - look.BeganNs) / 1e9;
    }
}
