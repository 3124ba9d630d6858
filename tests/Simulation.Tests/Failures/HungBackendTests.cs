using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 2. A hung server takes requests and answers none; its turn comes all the same.</summary>
public sealed class HungBackendTests
{
    [Fact]
    public void RoundRobinKeepsFeedingTheHungServer()
    {
        var seen = Hung().Watch(60);

        Assert.InRange(seen.ShareOf("app-1"), 0.49, 0.51);
        Assert.InRange(seen.FailureShare, 0.45, 0.55);
        Assert.True(seen.Cpu("app-1") < 0.01);
    }

    [Fact]
    public void DetachingItCures() =>
        Assert.Equal(0, Hung().Detach("app-1").Pass(15).Watch(60).Failures);

    [Fact]
    public void RestartingItCures() => Assert.Equal(0, Hung().Restart("app-1").Pass(15).Watch(60).Failures);

    [Fact]
    public void MoreServersOnlyDiluteTheFailures() => Assert.InRange(Hung().Buy(1).Watch(60).FailureShare, 0.3, 0.36);

    /// <summary>
    /// Whoever gives up frees the hung server's count, so it always seems to have room for a few more.
    /// </summary>
    [Fact]
    public void LeastOutstandingFeedsItAFewAtATime()
    {
        var seen = LeastOutstanding(OnClientAbort.Close).Watch(240);

        Assert.InRange(seen.Failures, 110, 180);
    }

    [Fact]
    public void ABalancerThatKeepsWaitingStarvesIt()
    {
        var seen = LeastOutstanding(OnClientAbort.Keep).Watch(240);

        Assert.InRange(seen.Failures, 0, 8);
    }

    /// <summary>Its kernel takes connections until the queue is full; then nothing answers at all, not even to refuse.</summary>
    [Fact]
    public void NothingInItCanAnswer()
    {
        var small = Lazy().Built(server => server with
        {
            Roles = [.. server.Roles.Select(role => role with { Threads = 4, QueueLimit = 4 })],
        });
        var play = new Play(small).Pass(30).Fault("server-hang", "app-1", seconds: 600).Pass(20);
        var seen = play.Watch(60);

        Assert.Equal(0, seen.Failed(Cause.QueueFull));
        Assert.InRange(seen.Failed(Cause.Unreachable) + seen.Failed(Cause.Timeout), 1_600, 2_000);
        Assert.True(seen.Failed(Cause.Unreachable) > 1_000);
    }

    [Fact]
    public void WithoutAHangNothingHappens() => Assert.Equal(0, new Play(Lazy()).Pass(50).Watch(60).Failures);

    private static Play Hung() => new Play(Lazy()).Pass(30).Fault("server-hang", "app-1", seconds: 600).Pass(20);

    /// <summary>Three servers with time to spare, 90 requests a second, and a check that notices nothing for minutes.</summary>
    private static Play LeastOutstanding(OnClientAbort onAbort)
    {
        var shop = Shop.Of(90, servers: 3)
            .Asked(users => users with { PatienceNs = Estates.Seconds(4), App = Estates.Exp(10), Db = Estates.Exp(2) })
            .Checked(Shop.Check(CheckPath.Shallow, timeout: 2, interval: 300)).Dealt(Algorithm.LeastOutstanding);
        return new Play(shop with { Balancer = shop.Balancer! with { OnClientAbort = onAbort } })
            .Pass(30).Fault("server-hang", "app-1", seconds: 600).Pass(4);
    }

    /// <summary>Ten failed checks, one every 20 s: it takes minutes to be noticed.</summary>
    private static Scenario Lazy() =>
        Shop.Of(60).Checked(new HealthCheck(CheckPath.Shallow, Estates.Seconds(20), Estates.Seconds(2), 10, 1));
}
