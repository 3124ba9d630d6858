using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// A hung server, and a check that notices nothing for minutes: who looks at the answers that fail to come notices it at once.
/// </summary>
public sealed class HungAndKeptTests
{
    [Theory]
    [InlineData(OnClientAbort.Close)]
    [InlineData(OnClientAbort.Keep)]
    public void WithoutAResponseTimeoutNobodyNotices(OnClientAbort onAbort) =>
        Assert.InRange(Hung(onAbort, timeout: 0, failures: 5).Watch(60).FailureShare, 0.3, 0.36);

    /// <summary>Three in a row eject it for half a minute, then for a whole one; whoever tries it in between fails.</summary>
    [Theory]
    [InlineData(OnClientAbort.Close)]
    [InlineData(OnClientAbort.Keep)]
    public void ResponseTimeoutsEjectIt(OnClientAbort onAbort)
    {
        var play = Hung(onAbort, timeout: 1, failures: 3);
        var seen = play.Watch(110);

        Assert.InRange(seen.Failures, 1, 250);
        Assert.Contains("target-ejected", play.Codes);
        Assert.Contains("target-readmitted", play.Codes);
        Assert.Equal(3, play.Target("app-1").Ejections);
    }

    /// <summary>A timeout alone turns waiting into 504.</summary>
    [Fact]
    public void ATimeoutWithoutEjectionOnlyFailsSooner() =>
        Assert.InRange(Hung(OnClientAbort.Close, timeout: 1, failures: 0).Watch(60).FailureShare, 0.3, 0.36);

    [Fact]
    public void WithRetriesAsWellNobodyFails()
    {
        var play = Hung(OnClientAbort.Close, timeout: 0.5, failures: 3)
            .Do("set-retries", "balancer", ("attempts", "2"), ("budget", "0")).Pass(10);

        Assert.Equal(0, play.Watch(60).Failures);
    }

    [Fact]
    public void WithoutAHangNobodyIsEjected()
    {
        var play = new Play(Watched(OnClientAbort.Close, 1, 3)).Pass(60);

        Assert.Equal(0, play.Watch(60).Failures);
        Assert.DoesNotContain("target-ejected", play.Codes);
    }

    private static Play Hung(OnClientAbort onAbort, double timeout, int failures) =>
        new Play(Watched(onAbort, timeout, failures)).Pass(30).Fault("server-hang", "app-1", seconds: 600).Pass(4);

    private static Scenario Watched(OnClientAbort onAbort, double timeout, int failures)
    {
        var shop = Shop.Of(90, servers: 3).Asked(users => users with { App = Estates.Exp(10), Db = Estates.Exp(2) })
            .Checked(Shop.Check(CheckPath.Shallow, timeout: 2, interval: 300));
        return shop with
        {
            Balancer = shop.Balancer! with
            {
                OnClientAbort = onAbort,
                Forwarding = Forwarding.None with
                {
                    ResponseTimeoutNs = Estates.Seconds(timeout), Ejection = EjectionPolicy.None with { Failures = failures },
                },
            },
        };
    }
}
