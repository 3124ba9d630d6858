using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 4. Near saturation a tight check takes servers out, the rest gets more, and is taken out as well.</summary>
public sealed class CascadingEjectionTests
{
    [Fact]
    public void ATightHealthCheckEjectsServersLongAfterTheSurge()
    {
        var seen = Surged("0.25").Watch(60);

        Assert.True(seen.HealthyLeast <= 1);
        Assert.True(seen.FailureShare > 0.2);
    }

    [Fact]
    public void ALooserTimeoutCures()
    {
        var seen = Surged("0.25").Check(timeout: "4", healthyAfter: "5").Pass(60).Watch(60);

        Assert.Equal(4, seen.HealthyLeast);
        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void RestartingServersDoesNotHelp()
    {
        var play = Surged("0.25");
        foreach (var server in new[] { "app-1", "app-2", "app-3", "app-4" }) play.Restart(server).Pass(10);

        Assert.True(play.Watch(60).FailureShare > 0.2);
    }

    [Fact]
    public void WithoutTheTightCheckTheSurgePasses() => Assert.True(Surged("4").Watch(60).FailureShare < 0.001);

    [Fact]
    public void WithoutTheSurgeTheTightCheckEjectsNobody() => Assert.Equal(4, Tight("0.25").Pass(60).Watch(60).HealthyLeast);

    private static Play Surged(string timeout) =>
        Tight(timeout).Pass(10).Fault("traffic-surge", "users", seconds: 20, amount: 1.5).Pass(50);

    /// <summary>A check needs a web thread like anybody else, and there are just enough of them.</summary>
    private static Play Tight(string timeout) =>
        new Play(Shop.Of(340, servers: 4).Threaded(2, 32).Built(server => server with
        {
            Roles = [.. server.Roles.Select(role => role.Role == Role.Web ? role with { Threads = 40, QueueLimit = 150 } : role)],
        })).Check(timeout, healthyAfter: "5");
}
