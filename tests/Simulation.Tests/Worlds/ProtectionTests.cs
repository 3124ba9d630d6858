using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Worlds;

public sealed class ProtectionTests
{
    private readonly Play _play = new(Estates.Whole());

    [Fact]
    public void ARateLimitLetsSoManyThroughAndTurnsTheRestAway()
    {
        _play.Do(Actions.SetRateLimit, "balancer", ("limit", "50")).Pass(60);

        var balancer = _play.World.Report().Stations.First(row => row.Id == "balancer");
        Assert.InRange(balancer.Started, 59 * 50, 62 * 50);
        Assert.True(balancer.Lost[Cause.RateLimited] > 1000);
    }

    [Fact]
    public void AClosedFirewallLooksLikeADeadServerAndOpeningItHelps()
    {
        _play.Pass(5).Do(Actions.CloseFirewall, "db-1").Pass(20);
        var failed = _play.Failed;
        Assert.True(failed > 300);
        Assert.True(_play.World.Last.ServerTelemetry.First(server => server.Id == "db-1").CpuShare < 0.01);

        _play.Do(Actions.OpenFirewall, "db-1").Pass(10);
        failed = _play.Failed;
        _play.Pass(20);
        Assert.Equal(failed, _play.Failed);
    }

    [Fact]
    public void ALeakGrowsUntilTheKernelKillsTheBiggestProcessAndOnlyItsRequestsAreLost()
    {
        var whole = Estates.Whole();
        var play = new Play(whole with
        {
            Releases = [whole.Releases[0] with { Version = "v1", LeakKiB = 2_000 }],
            Servers = [.. whole.Servers.Select(server => server with { Version = server.Id == "db-1" ? "v0" : "v1" })],
        });

        play.Pass(400);

        var killed = play.Events.Where(told => told.Code == "process-killed").ToArray();
        Assert.NotEmpty(killed);
        var cut = play.World.Report().Stations.Where(row => row.Id.EndsWith("/app", StringComparison.Ordinal)).Sum(row => row.Lost.GetValueOrDefault(Cause.Cut));
        Assert.InRange(cut, 1, killed.Length * 8);
        Assert.Equal(0, play.Failed);
        Assert.All(play.World.Servers, server => Assert.Equal(Simulation.Servers.Lifecycle.Running, server.Lifecycle));
    }

    [Fact]
    public void ARestartFreesWhatWasLeaked()
    {
        var whole = Estates.Whole();
        var play = new Play(whole with { Releases = [new ReleaseSpec("v1", whole.Title, 1, 1, 1, 0, 0, 1, LeakKiB: 2_000)] });
        play.Pass(60);
        Assert.InRange(Leaked(play), 100, 8192);

        play.Do(Actions.RestartServer, "web-1").Pass(6);

        Assert.InRange(Leaked(play), 0, 120);
    }

    private static double Leaked(Play play) =>
        play.World.Last.ServerTelemetry.First(server => server.Id == "web-1").Roles.Sum(role => role.LeakedMiB.Sum());
}
