using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// A fresh server's processes are cold, so it can carry a fifth of what the others can. It gets its full share at once, is thrown
/// out by the health check, and comes back hardly warmer.
/// </summary>
public sealed class ColdServerTests
{
    [Fact]
    public void AFreshServerGetsItsFullShareColdAndIsThrownOutAgainAndAgain()
    {
        var play = Bought(Cold);
        var seen = play.Watch(90);

        Assert.True(seen.FailureShare > 0.05, $"{seen.FailureShare}");
        Assert.True(Ejections(play) >= 2, $"{Ejections(play)}");
    }

    [Fact]
    public void SlowStartCures()
    {
        var play = Bought(Cold, slowStart: "240");
        var seen = play.Watch(240);

        Assert.True(seen.FailureShare < 0.001, $"{seen.FailureShare}");
        Assert.Equal(0, Ejections(play));
        Assert.True(play.Watch(30).ShareOf(play.World.Servers[^1].Id) > 0.24);
    }

    [Fact]
    public void ALooserHealthCheckDoesNotHelp()
    {
        var play = Bought(Cold, timeout: "4", unhealthyAfter: "10");
        var seen = play.Watch(90);

        Assert.True(Ejections(play) <= 1);
        Assert.True(seen.FailureShare > 0.05, $"{seen.FailureShare}");
    }

    [Fact]
    public void AServerThatIsWarmFromItsStartTakesItsShare()
    {
        var play = Bought(null);

        Assert.Equal(0, play.Watch(90).Failures);
        Assert.Equal(0, Ejections(play));
    }

    private static readonly ColdStart Cold = new(5, 1000, 0);

    /// <summary>Three servers carry 250/s, and a fourth has just booted.</summary>
    private static Play Bought(ColdStart? cold, string slowStart = "0", string timeout = "1", string unhealthyAfter = "2")
    {
        var shop = Shop.Of(250, servers: 3).Built(server => server with
        {
            Roles = [.. server.Roles.Select(role => role.Role == Role.App ? role with { Cold = cold } : role)],
        });
        return new Play(shop).Do("set-health-check", "balancer",
                ("path", "deep"), ("interval", "5"), ("timeout", timeout), ("unhealthyAfter", unhealthyAfter),
                ("healthyAfter", "2"))
            .Do("set-slow-start", "balancer", ("seconds", slowStart)).Do("add-server", "rack-a", ("size", "size")).Pass(20);
    }

    private static int Ejections(Play play) => play.Codes.Count(code => code == "target-unhealthy");
}
