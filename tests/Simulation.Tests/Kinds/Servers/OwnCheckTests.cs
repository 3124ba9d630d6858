using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Kinds.Servers;

/// <summary>A server's checks of itself: startup, liveness, readiness.</summary>
public sealed class OwnCheckTests
{
    private static readonly OwnCheck Shallow = new(false, 0, Estates.Seconds(10), Estates.Seconds(1), 3, 1);

    [Fact]
    public void AHungServerIsRestartedAfterThreeFailures()
    {
        var play = new Play(With(new OwnChecks(null, Shallow, null))).Pass(20).Do("server-hang", "app-1").Pass(0.25);
        var hung = play.World.NowNs;
        play.Pass(40);

        // the first check may come at once or nearly an interval later, the third two intervals after it, and its timeout
        var failed = play.Events.Single(told => told.Code == "liveness-failed").AtNs - hung;
        Assert.InRange(Nanoseconds.ToSeconds(failed), 21, 31.5);
        play.Pass(10);
        Assert.Equal((Lifecycle.Running, false), (play.Lifecycle("app-1"), play.Server("app-1").Hung));
        Assert.True(play.Watch(10).FailureShare < 0.001);
    }

    [Fact]
    public void WithoutALivenessCheckItHangsOn()
    {
        var play = new Play(With(null)).Pass(20).Do("server-hang", "app-1").Pass(60);
        Assert.True(play.Server("app-1").Hung);
    }

    [Fact]
    public void AHealthyServerPassesItsChecksForGood()
    {
        var play = new Play(With(new OwnChecks(Shallow, Shallow, Shallow with { Deep = true }))).Pass(300);
        Assert.DoesNotContain(play.Codes, code => code is "liveness-failed" or "startup-failed" or "server-not-ready");
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void TheStartupCheckHoldsTheOthersBack()
    {
        // the database can only be reached after 60 s; a deep liveness check gives the server 3 × 5 s
        var liveness = new OwnCheck(true, 0, Estates.Seconds(5), Estates.Seconds(1), 3, 1);
        Assert.True(Restarts(new OwnChecks(null, liveness, null)) >= 2);
        Assert.Equal(0, Restarts(new OwnChecks(liveness with { Failures = 30 }, liveness, null)));

        static int Restarts(OwnChecks checks)
        {
            var play = new Play(With(checks)).Do("close-firewall", "db-1", ("from", "app"));
            play.Do("restart-server", "app-1").Pass(60);
            play.Do("open-firewall", "db-1", ("from", "app")).Pass(30);
            Assert.True(play.Server("app-1").Health!.Started && play.Server("app-1").Health!.Ready);
            return play.Events.Count(told => told is { Code: "liveness-failed", Component: "app-1" });
        }
    }

    [Fact]
    public void WhoIsNotReadyIsNoTargetAndOneThatHasJustStartedIsNotReadyYet()
    {
        var readiness = Shallow with { Deep = true, IntervalNs = Estates.Seconds(5), DelayNs = Estates.Seconds(8) };
        var play = new Play(With(new OwnChecks(null, null, readiness))).Pass(10).Do("restart-server", "app-1").Pass(5.5);

        Assert.Equal((Lifecycle.Running, false), (play.Lifecycle("app-1"), play.Server("app-1").Health!.Ready));
        Assert.Equal((TargetHealth.Healthy, false), (play.Target("app-1").Health, play.Target("app-1").Ready));
        Assert.Equal(0, play.Watch(6).ShareOf("app-1"));

        play.Pass(4);
        Assert.True(play.Target("app-1").Ready);
        Assert.InRange(play.Watch(10).ShareOf("app-1"), 0.45, 0.55);
    }

    [Fact]
    public void WhenNobodyIsReadyUsersAreToldSoAtOnce()
    {
        var play = new Play(With(new OwnChecks(null, null, Shallow with { Deep = true, IntervalNs = Estates.Seconds(5) })));
        play.Pass(10).Do("close-firewall", "db-1", ("from", "app")).Pass(25);
        var seen = play.Watch(10);

        Assert.Equal(seen.Failures, seen.Failed(Cause.NoTarget));
        Assert.False(play.World.Balancers[0].FailOpen);
    }

    [Fact]
    public void TheBalancerHearsOfItAfterTheLag()
    {
        var checks = new OwnChecks(null, null, Shallow with { IntervalNs = Estates.Seconds(2), Failures = 1 });
        var play = new Play(With(checks, lagSeconds: 3)).Pass(10).Do("server-hang", "app-1");
        while (play.Server("app-1").Health!.Ready) play.Pass(0.25);
        Assert.True(play.Pass(2.75).Target("app-1").Ready);
        Assert.False(play.Pass(0.25).Target("app-1").Ready);
    }

    [Fact]
    public void ItsChecksOfItselfPassNoFirewallAndNoUplink()
    {
        var play = new Play(With(new OwnChecks(null, Shallow with { IntervalNs = Estates.Seconds(2) }, null))).Pass(5);
        play.Do("close-firewall", "app-1", ("from", "any"));
        play.Order(Faults.Of("rack-uplink", "rack-a", Estates.Seconds(30), 1)).Pass(30);
        Assert.DoesNotContain("liveness-failed", play.Codes);
    }

    [Fact]
    public void ACheckIsSetAndTakenAwayWhileItRuns()
    {
        var play = new Play(With(null)).Pass(10).Do("set-server-check", "app-1", ("interval", "2")).Pass(1);
        Assert.Equal(Shallow with { IntervalNs = Estates.Seconds(2) }, play.Server("app-1").Checks!.Liveness);
        play.Do("server-hang", "app-1").Pass(15);
        Assert.Contains("liveness-failed", play.Codes);

        var told = play.Events.Count;
        play.Do("set-server-check", "app-1", ("on", "false")).Do("server-hang", "app-1").Pass(30);
        Assert.Null(play.Server("app-1").Checks);
        Assert.DoesNotContain(play.Events.Skip(told), one => one.Code == "liveness-failed");
    }

    [Fact]
    public void ABoughtServerIsCheckedLikeItsPeersAndStartsNotReady()
    {
        var play = new Play(With(new OwnChecks(Shallow, Shallow, Shallow))).Do("add-server", "rack-a", ("size", "size")).Pass(19);
        var bought = play.World.Servers[^1].Id;
        Assert.NotNull(play.Server(bought).Checks);
        Assert.Null(play.Server(bought).Health);
        play.Pass(15);
        Assert.True(play.Server(bought).Health!.Ready);
        Assert.InRange(play.Watch(5).ShareOf(bought), 0.3, 0.37);
    }

    private static Scenario With(OwnChecks? checks, double lagSeconds = 0)
    {
        var shop = Shop.Of(60).Built(server => server.Id == "db-1" ? server : server with { Checks = checks });
        return shop with { Balancer = shop.Balancer! with { EndpointLagNs = Estates.Seconds(lagSeconds) } };
    }
}
