using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 17. A server restarted without draining drops what it has and is given more until its check notices.
/// </summary>
public sealed class HardRestartTests
{
    [Fact]
    public void RestartingAnAttachedServerCutsAndRefusesRequests()
    {
        var seen = Calm().Restart("app-1").Watch(30);

        Assert.True(seen.Failed(Cause.Cut) > 0);
        Assert.True(seen.Failed(Cause.Refused) > 100);
    }

    [Fact]
    public void DetachingItFirstFailsNobody()
    {
        var before = Calm();
        var seen = before.Detach("app-1").Pass(10)
            .Restart("app-1").Pass(6).Do("attach", "balancer", ("server", "app-1")).Watch(30);

        Assert.Equal(2, seen.HealthyMost);
        Assert.Equal(0, before.Failed);
    }

    [Fact]
    public void StoppingGracefullyWithoutDetachingIsNoBetter()
    {
        var seen = Calm().Do("stop-server", "app-1").Watch(30);

        Assert.Equal(0, seen.Failed(Cause.Cut));
        Assert.True(seen.Failures > 200);
    }

    [Fact]
    public void WithoutARestartNothingHappens() => Assert.Equal(0, Calm().Watch(30).Failures);

    private static Play Calm() => new Play(Shop.Of(60)).Pass(20);
}
