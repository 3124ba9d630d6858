using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 35. Connections stay through a drain until its delay is over; then all that are left are cut at one moment, and their
/// users come back at one moment, to servers that have work enough for hours of ordinary comings and goings.
/// </summary>
public sealed class CutConnectionsTests
{
    [Fact]
    public void AtTheEndOfADrainEverybodyComesBackAtOnce()
    {
        var seen = Drained(Crowd()).Watch(15);

        Assert.True(seen.Failures > 300, $"{seen.Failures}");
        var busy = Drained(Crowd()).Pass(1.25).Watch(3).Cpu("app-2");
        Assert.True(busy > 0.9, $"{busy:p0}");
    }

    [Fact]
    public void ComingBackOverAMinuteCures() => Assert.Equal(0, Drained(Crowd(reconnectSeconds: 60)).Watch(70).Failures);

    [Fact]
    public void ADrainThatWaitsForThemCures() => Assert.Equal(0, Drained(Crowd(), drain: "3600").Watch(60).Failures);

    [Fact]
    public void AnotherAlgorithmAndAShorterDrainDoNotHelp()
    {
        var least = new Play(Crowd()).Do("set-algorithm", "balancer", ("algorithm", "least-outstanding"));

        Assert.True(Drained(least, "20").Watch(15).Failures > 300);
        Assert.True(Drained(new Play(Crowd()), "0").Watch(15).Failures > 300);
    }

    [Fact]
    public void WithoutConnectionsThatStayADrainHurtsNobody() =>
        Assert.Equal(0, Drained(Crowd().Asked(users => users with { LongLived = null })).Watch(30).Failures);

    private static Play Drained(Scenario scenario, string drain = "20") => Drained(new Play(scenario), drain);

    /// <summary>Up to the second before the delay of 20 s is over, or to that moment itself where there is none.</summary>
    private static Play Drained(Play play, string drain) =>
        play.Do("set-drain-time", "balancer", ("seconds", drain)).Pass(10).Detach("app-1").Pass(drain == "0" ? 0 : 19);

    /// <summary>12 a second that stay 5 minutes: 1 200 at each of three servers, which can let in 98 a second.</summary>
    private static Scenario Crowd(double reconnectSeconds = 0) => Shop.Of(12, servers: 3).Asked(users => users with
    {
        LongLived = new LongLivedSpec(
            new WorkSpec(WorkKind.Exponential, Estates.Seconds(300), 0), Estates.Seconds(reconnectSeconds)),
        Retry = new RetrySpec(3, Estates.Seconds(0.5), 0.5),
    });
}
