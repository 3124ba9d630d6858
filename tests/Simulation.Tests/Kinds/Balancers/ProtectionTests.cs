using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Kinds.Balancers;

public sealed class ProtectionTests
{
    private readonly Play _play = new(Estates.Whole());

    [Fact]
    public void ARateLimitLetsSoManyThroughAndTurnsTheRestAway()
    {
        _play.Do("set-rate-limit", "balancer", ("limit", "50")).Pass(60);

        var balancer = _play.World.Report().Stations.First(row => row.Id == "balancer");
        Assert.InRange(balancer.Started, 59 * 50, 62 * 50);
        Assert.True(balancer.Lost[Cause.RateLimited] > 1000);
    }

    [Fact]
    public void AClosedFirewallLooksLikeADeadServerAndOpeningItHelps()
    {
        _play.Pass(5).Do("close-firewall", "db-1").Pass(20);
        var failed = _play.Failed;
        Assert.True(failed > 300);
        Assert.True(_play.World.Last.ServerTelemetry.First(server => server.Id == "db-1").CpuShare < 0.01);

        _play.Do("open-firewall", "db-1").Pass(10);
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
        var cut = play.World.Report().Stations.Where(row => row.Id.EndsWith("/app", StringComparison.Ordinal))
            .Sum(row => row.Lost.GetValueOrDefault(Cause.Cut));
        Assert.InRange(cut, 1, killed.Length * 8);
        Assert.Equal(0, play.Failed);
        Assert.All(play.World.Servers, server => Assert.Equal(Lifecycle.Running, server.Lifecycle));
    }

    [Fact]
    public void ARestartFreesWhatWasLeaked()
    {
        var whole = Estates.Whole();
        var play = new Play(whole with { Releases = [new ReleaseSpec("v1", whole.Title, 1, 1, 1, 0, 0, 1, LeakKiB: 2_000)] });
        play.Pass(60);
        Assert.InRange(Leaked(play), 100, 8192);

        play.Do("restart-server", "web-1").Pass(6);

        Assert.InRange(Leaked(play), 0, 120);
    }

    [Fact]
    public void SheddingKeepsTheImportantClassWhole()
    {
        Assert.True(Crowded().Pass(5).Watch(60).FailedOf("checkout") > 100);

        var seen = Crowded().Do("set-load-shedding", "balancer", ("outstanding", "20")).Pass(5).Watch(60);

        Assert.Equal(0, seen.FailedOf("checkout"));
        Assert.Equal(seen.Failures, seen.Failed(Cause.LoadShed));
        // as many of the others as there is room for
        Assert.InRange(seen.GoodputOf("users"), 120, 160);
    }

    [Fact]
    public void AConnectionLimitKeepsTheQueueAtTheBalancer()
    {
        var play = Crowded().Do("set-connection-limit", "balancer", ("connections", "8"), ("queue", "30"), ("timeout", "1"));
        play.Pass(30);

        Assert.All(play.World.Last.BalancerTelemetry[0].Targets, target => Assert.Equal(8, target.Outstanding));
        Assert.InRange(play.World.Last.BalancerTelemetry[0].Queue, 1, 30);
        Assert.True(play.World.Report().Stations.First(row => row.Id == "balancer").Lost[Cause.QueueFull] > 100);
    }

    [Fact]
    public void ARetryBudgetSetByAnOperatorBoundsRetries()
    {
        var shop = Shop.Of(300).Asked(users => users with { Retry = new RetrySpec(4, Estates.Seconds(0.1), 0) });
        double Attempts(Play play) => play.World.Report().Stations.First(row => row.Id == "balancer").Arrived
            / (double)play.World.Report().Classes[0].Offered;

        Assert.True(Attempts(new Play(shop).Pass(60)) > 1.5);
        Assert.InRange(Attempts(new Play(shop).Do("set-retry-budget", "users", ("share", "0.1")).Pass(60)), 1.05, 1.11);
    }

    /// <summary>300 browsing and 40 buying a second at servers for 196.</summary>
    private static Play Crowded()
    {
        var shop = Shop.Of(300);
        return new Play(
            shop with
            {
                Classes = [shop.Classes[0], shop.Classes[0] with { Id = "checkout", RatePerSecond = 40, Priority = 2 }],
            });
    }

    private static double Leaked(Play play) =>
        play.World.Last.ServerTelemetry.First(server => server.Id == "web-1").Roles.Sum(role => role.LeakedMiB.Sum());
}
