using OpsGame.Simulation.Kinds.Balancers;
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

    [Fact]
    public void LeastOutstandingStarvesTheHungServer()
    {
        var seen = Hung().Do("set-algorithm", "balancer", ("algorithm", "least-outstanding")).Pass(20).Watch(60);

        Assert.True(seen.FailureShare < 0.01);
    }

    [Fact]
    public void WithoutAHangNothingHappens() => Assert.Equal(0, new Play(Lazy()).Pass(50).Watch(60).Failures);

    private static Play Hung() => new Play(Lazy()).Pass(30).Fault("server-hang", "app-1", seconds: 600).Pass(20);

    /// <summary>Ten failed checks, one every 20 s: it takes minutes to be noticed.</summary>
    private static Scenario Lazy() =>
        Shop.Of(60).Checked(new HealthCheck(CheckPath.Shallow, Estates.Seconds(20), Estates.Seconds(2), 10, 1));
}
