using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 18. A release that answers a part of its requests with errors; every check is green.</summary>
public sealed class BadReleaseTests
{
    [Fact]
    public void EveryThirdRequestFailsOnEveryHealthyServer()
    {
        var seen = Rolled("bad").Watch(60);

        Assert.InRange(seen.FailureShare, 0.28, 0.32);
        Assert.Equal(seen.Failures, seen.Failed(Cause.Error));
        Assert.Equal(2, seen.HealthyLeast);
    }

    [Fact]
    public void RollingBackCures() => Assert.Equal(0, Rolled("bad").Do("roll-back", "rollout").Pass(90).Watch(60).Failures);

    [Fact]
    public void RestartingDoesNotHelp()
    {
        var seen = Rolled("bad").Restart("app-1").Pass(15).Restart("app-2").Pass(15).Watch(60);

        Assert.InRange(seen.FailureShare, 0.28, 0.32);
    }

    [Fact]
    public void AGoodReleaseFailsNobody() => Assert.Equal(0, Rolled("good").Watch(60).Failures);

    private static Play Rolled(string version) => new Play(Shop.Of(60) with
    {
        Releases = [Shop.Release("bad", appFactor: 1, errorRate: 0.3), Shop.Release("good", appFactor: 1, errorRate: 0)],
    }).Pass(10).Do("start-rollout", "rollout", ("version", version), ("fraction", "0.5"), ("drain", "5"), ("bake", "5"))
        .Pass(100);
}
