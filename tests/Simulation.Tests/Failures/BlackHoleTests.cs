using OpsGame.Simulation.Kinds.Balancers;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 3. A server that fails at once is always the least busy one, so it gets the most.</summary>
public sealed class BlackHoleTests
{
    [Fact]
    public void TheServerThatFailsAtOnceDrawsTheTraffic()
    {
        var seen = Released("broken").Watch(60);

        Assert.True(seen.ShareOf("app-3") > 0.6);
        Assert.True(seen.FailureShare > 0.6);
        Assert.Equal(3, seen.HealthyLeast);
    }

    [Fact]
    public void DetachingItCures() =>
        Assert.Equal(0, Released("broken").Detach("app-3").Pass(15).Watch(60).Failures);

    [Fact]
    public void RoundRobinLeavesItItsShare()
    {
        var seen = Released("broken").Do("set-algorithm", "balancer", ("algorithm", "round-robin")).Pass(2).Watch(60);

        Assert.InRange(seen.FailureShare, 0.32, 0.35);
    }

    [Fact]
    public void MoreServersDoNotHelp()
    {
        var seen = Released("broken").Buy(2).Watch(60);

        Assert.True(seen.FailureShare > 0.5);
        Assert.Equal(5, seen.HealthyLeast);
    }

    [Fact]
    public void AGoodReleaseDrawsNothing()
    {
        var seen = Released("good").Watch(60);

        Assert.Equal(0, seen.Failures);
        Assert.InRange(seen.ShareOf("app-3"), 0.31, 0.36);
    }

    /// <summary>One server of three runs another version than the others.</summary>
    private static Play Released(string version) =>
        new Play(Shop.Of(150, servers: 3).Dealt(Algorithm.LeastOutstanding)
            .Built(server => server.Id == "app-3" ? server with { Version = version } : server) with
        {
            Releases = [Shop.Release("broken", appFactor: 0.01, errorRate: 1), Shop.Release("good", appFactor: 1, errorRate: 0)],
        }).Pass(20);
}
