using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Kinds.Rollouts;

/// <summary>The gate rolls a bad version back, and only for what the version does.</summary>
public sealed class GateTests
{
    private const double ErrorRate = 0.3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void ABadCanaryIsRolledBackAsSoonAsHalfAFleetIsAndFailsAQuarterAsMany(ulong seed)
    {
        var eight = Estate(240, servers: 8);
        var canary = Rolled(eight, "canary", "bad", seed);
        var half = Rolled(eight, "in-place", "bad", seed);
        AssertTurnedBack(canary);
        AssertTurnedBack(half);
        // both serve for the window, the probes that let it in, and its drain: one server's share of the errors against four
        // servers'
        Assert.InRange(canary.Failed, 30 * ErrorRate * Gate.Seconds, 30 * ErrorRate * 3 * Gate.Seconds);
        Assert.InRange(half.Failed / (double)canary.Failed, 2.5, 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WithFewUsersTheGateWaitsForEnoughAnswers(ulong seed)
    {
        var play = Started(Estate(8, servers: 4), "canary", "bad", seed, ("bake", "120")).Pass(250);
        AssertTurnedBack(play);
        // two a second
        var baked = play.Events.First(told => told.Code == "rollout-gate").AtNs
            - play.Events.First(told => told.Code == "rollout-batch").AtNs;
        Assert.True(baked > 15 * Nanoseconds.PerSecond, $"{baked} ns");
    }

    [Theory]
    [InlineData("recreate", 20)]
    [InlineData("recreate", 70)]
    [InlineData("in-place", 20)]
    [InlineData("in-place", 70)]
    [InlineData("rolling", 20)]
    [InlineData("canary", 20)]
    public void AGoodReleaseOnTheOnlyServerIsNotRolledBackForItsDowntime(string strategy, double rate)
    {
        var play = Rolled(Estate(rate, servers: 1), strategy, "good", 1, ("maxLatency", "1"));
        AssertDelivered(play);
        Assert.True(play.Failed > rate * 10, $"{play.Failed} failed");
    }

    [Theory]
    [InlineData(300, "0")]
    [InlineData(240, "1")]
    public void AGoodReleaseIsNotRolledBackForAnOverloadOfTheOtherServers(double rate, string maxLatency)
    {
        var play = Rolled(Estate(rate, servers: 4), "in-place", "good", 1, ("maxLatency", maxLatency));
        AssertDelivered(play);
        Assert.True(play.Failed > 300, $"{play.Failed} failed");
    }

    [Fact]
    public void AGoodReleaseIsNotRolledBackForRequestsTheProxysRestartCuts()
    {
        var play = Rolled(
            Estate(20, servers: 1), "in-server", "good", 1, ("maxErrors", "0"), ("maxLatency", "1"), ("how", "restart"));
        AssertDelivered(play);
        Assert.True(play.Failed > 50, $"{play.Failed} failed");
    }

    [Theory]
    [MemberData(nameof(StrategyTests.Strategies), MemberType = typeof(StrategyTests))]
    public void AFixIsNotRolledBackForErrorsOfTheOldVersion(string strategy)
    {
        var broken = Estate(120, servers: 4);
        var play = Rolled(broken with { Releases = [.. broken.Releases, Shop.Release("v1", 3, ErrorRate)] }, strategy, "good", 1,
            ("maxLatency", "0.4"));
        AssertDelivered(play);
        Assert.True(play.Failed > 100, $"{play.Failed} failed");
    }

    [Fact]
    public void ErrorsThatAreAllowedRollNothingBackByChance()
    {
        for (ulong seed = 1; seed <= 10; seed++) AssertDelivered(Rolled(Estate(60, servers: 4), "canary", "rough", seed));
    }

    [Theory]
    [InlineData("canary")]
    [InlineData("in-server")]
    public void ASlowedDatabaseShowsInTheNewVersionsLatency(string strategy)
    {
        AssertDelivered(Rolled(Estate(40, servers: 4), strategy, "greedy", 1));
        AssertTurnedBack(Rolled(Estate(40, servers: 4), strategy, "greedy", 1, ("maxLatency", "0.4")));
    }

    private static void AssertTurnedBack(Play play)
    {
        Assert.Contains("rollout-gate", play.Codes);
        Assert.Equal(RolloutStatus.Idle, play.World.Rollouts[0].Status);
        Assert.All(StrategyTests.Fleet(play), server => Assert.Equal("v1", server.Version));
    }

    private static void AssertDelivered(Play play)
    {
        Assert.DoesNotContain("rollout-gate", play.Codes);
        Assert.Equal(RolloutStatus.Done, play.World.Rollouts[0].Status);
    }

    private static Play Rolled(
        Scenario scenario, string strategy, string version, ulong seed, params (string Name, string Value)[] options) =>
        Started(scenario, strategy, version, seed, options).Pass(400);

    private static Play Started(
        Scenario scenario, string strategy, string version, ulong seed, params (string Name, string Value)[] options)
    {
        (string Name, string Value)[] usual =
            [("version", version), ("strategy", strategy), ("drain", "5"), ("bake", "20"), ("maxErrors", "0.05")];
        return new Play(scenario, seed).Pass(10).Do(
            "start-rollout", "rollout", [.. usual.Where(one => !options.Any(other => other.Name == one.Name)), .. options]);
    }

    private static Scenario Estate(double rate, int servers) => Shop.Of(rate, servers) with
    {
        Operations = new OperationsSpec(Estates.Seconds(20), Estates.Seconds(5), Estates.Seconds(2), Estates.Seconds(10)),
        Releases =
        [
            Shop.Release("good", 1, 0), Shop.Release("bad", 1, ErrorRate), Shop.Release("rough", 1, 0.03),
            Shop.Release("greedy", 1, 0) with { DbFactor = 30 },
        ],
    };
}
