using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 32. A balancer that gives up on a slow server asks the next one, while the first works on: what is too much already
/// becomes a multiple of it.
/// </summary>
public sealed class RetriesAcrossServersTests
{
    [Fact]
    public void TheTierStaysOverloadedWhenTheSurgeIsGone()
    {
        var seen = Surged(attempts: 4).Watch(60);

        Assert.True(seen.FailureShare > 0.5, $"{seen.FailureShare:p1}");
        Assert.True(seen.Cpu("app-1") > 0.99);
        Assert.InRange(seen.Offered, 270, 310);
    }

    [Fact]
    public void ABudgetCures()
    {
        var seen = Surged(attempts: 4).Do("set-retries", "balancer", ("attempts", "4"), ("budget", "0.1")).Pass(60).Watch(60);

        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void MoreTriesDoNotHelp()
    {
        var more = Surged(attempts: 2).Do("set-retries", "balancer", ("attempts", "4"), ("budget", "0")).Pass(60).Watch(60);

        Assert.True(more.FailureShare > 0.5, $"{more.FailureShare:p1}");
    }

    [Fact]
    public void WithoutRetriesTheSurgePasses() => Assert.InRange(Surged(attempts: 1).Pass(60).Watch(60).FailureShare, 0, 0.002);

    [Fact]
    public void WithoutTheSurgeNothingHappens()
    {
        var seen = new Play(Retrying(4)).Pass(60).Watch(120);

        Assert.InRange(seen.FailureShare, 0, 0.0001);
    }

    private static Play Surged(int attempts) =>
        new Play(Retrying(attempts)).Pass(20).Fault("traffic-surge", "users", seconds: 20, amount: 1.6).Pass(60);

    /// <summary>Four servers at three quarters of what they can; half a second is ten times what an answer takes.</summary>
    private static Scenario Retrying(int attempts)
    {
        var shop = Shop.Of(290, servers: 4).Asked(users => users with { PatienceNs = Estates.Seconds(4) });
        return shop with
        {
            Balancer = shop.Balancer! with
            {
                Forwarding = Forwarding.None with
                {
                    ResponseTimeoutNs = Estates.Seconds(0.5), Retry = RetryPolicy.None with { Attempts = attempts },
                },
            },
        };
    }
}
