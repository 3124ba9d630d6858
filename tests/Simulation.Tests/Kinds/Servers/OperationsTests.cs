using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Servers;

public sealed class OperationsTests
{
    private readonly Play _play = new(Estates.Whole());

    [Fact]
    public void DrainingTargetFinishesItsRequestsAndGetsNoNewOnes()
    {
        _play.Pass(10).Do("detach", "balancer", ("server", "web-1")).Pass(5);

        Assert.Equal(Attachment.Detached, _play.Target("web-1").Attachment);
        Assert.Equal(0, _play.Outstanding("web-1"));
        Assert.Equal(0, _play.Failed);
    }

    [Fact]
    public void StoppingAServerBehindTheBalancersBackFailsRequestsUntilItsCheckNotices()
    {
        _play.Pass(10).Do("stop-server", "web-1").Pass(20);

        Assert.True(_play.Failed > 0);
        Assert.Equal(TargetHealth.Unhealthy, _play.Target("web-1").Health);
        var failed = _play.Failed;
        _play.Pass(10);
        Assert.Equal(failed, _play.Failed);
    }

    [Fact]
    public void AHungServerIsOutAfterTwoTimeoutsAndOnlyARestartBringsItBack()
    {
        _play.Pass(10).Order(Fault("server-hang", "web-2")).Pass(15);
        Assert.Equal(TargetHealth.Unhealthy, _play.Target("web-2").Health);
        Assert.Equal(Lifecycle.Running, _play.Lifecycle("web-2"));

        _play.Pass(60);
        Assert.Equal(TargetHealth.Unhealthy, _play.Target("web-2").Health);

        _play.Do("restart-server", "web-2").Pass(20);
        Assert.Equal(TargetHealth.Healthy, _play.Target("web-2").Health);
    }

    [Fact]
    public void ARackWithoutPowerTakesItsServersAndTheyBootWhenItReturns()
    {
        _play.Pass(10).Order(Fault("rack-power", "rack-a", seconds: 30)).Pass(2);
        Assert.Equal(Lifecycle.Off, _play.Lifecycle("web-1"));
        Assert.Equal(Lifecycle.Running, _play.Lifecycle("web-3"));

        _play.Pass(30);
        Assert.Equal(Lifecycle.Booting, _play.Lifecycle("web-1"));
        _play.Pass(40);
        Assert.Equal(Lifecycle.Running, _play.Lifecycle("web-1"));
        Assert.Equal(TargetHealth.Healthy, _play.Target("web-1").Health);
        Assert.Contains(Cause.Unreachable, _play.World.Report().Stations.First(row => row.Id == "balancer").Lost.Keys);
    }

    [Fact]
    public void ABoughtServerBootsJoinsTheBalancerAndServes()
    {
        _play.Pass(5).Do("add-server", "rack-a", ("size", "size")).Pass(60);

        Assert.Equal(Lifecycle.Running, _play.Lifecycle("web-5"));
        Assert.Equal(TargetHealth.Healthy, _play.Target("web-5").Health);
        Assert.Contains(_play.World.Report().Stations, row => row.Id == "web-5/app" && row.Completed > 100);
    }

    [Fact]
    public void ABoughtServerServesAsSoonAsItRunsHoweverRareTheChecks()
    {
        var whole = Estates.Whole();
        var play = new Play(
            whole with
            {
                Balancer = whole.Balancer! with { Check = whole.Balancer.Check with { IntervalNs = Estates.Seconds(300) } },
            });

        play.Do("add-server", "rack-a", ("size", "size")).Pass(25);

        Assert.Equal(TargetHealth.Healthy, play.Target("web-5").Health);
    }

    [Fact]
    public void AVersionThatAsksMoreOfTheDatabaseMakesItWorkMore()
    {
        var whole = Estates.Whole();
        double DbMean(double factor)
        {
            var play = new Play(whole with { Releases = [whole.Releases[0] with { Version = "v1", DbFactor = factor }] });
            return play.Pass(60).World.Report().Stations.First(row => row.Id == "db-1/db").Sojourn.MeanMs;
        }

        Assert.True(DbMean(2) > 1.8 * DbMean(1));
    }

    [Fact]
    public void AFullRackRefusesAndChangesNothing()
    {
        for (var bought = 0; bought < 4; bought++) _play.Do("add-server", "rack-a", ("size", "size"));
        _play.Pass(3);
        var hashBefore = _play.World.Servers;

        _play.Do("add-server", "rack-a", ("size", "size")).Pass(1);

        Assert.Contains("rack-full", _play.Codes);
        Assert.Equal(hashBefore.Length, _play.World.Servers.Length);
    }

    [Fact]
    public void AnInPlaceRolloutReachesEveryServerHalfAtATimeAndFailsNobody()
    {
        _play.Pass(5).Do("start-rollout", "rollout", ("version", "v2"), ("fraction", "0.5"), ("drain", "10"), ("bake", "5"));
        var leastServing = 4;
        for (var second = 0; second < 120; second++)
        {
            _play.Pass(1);
            leastServing = Math.Min(
                leastServing, _play.World.Balancers[0].Targets.Count(target => target.Attachment == Attachment.Attached));
        }

        Assert.Equal(RolloutStatus.Done, _play.World.Rollouts[0].Status);
        Assert.All(_play.World.Servers.Where(server => server.Id.StartsWith("web", StringComparison.Ordinal)), server =>
            Assert.Equal("v2", server.Version));
        Assert.Equal(2, leastServing);
        Assert.Equal(0, _play.Failed);
    }

    [Fact]
    public void RollingBackHalfWayBringsEveryServerBackToTheOldVersion()
    {
        _play.Pass(5).Do("start-rollout", "rollout", ("version", "v2"), ("drain", "5"), ("bake", "60")).Pass(50);
        Assert.Contains(_play.World.Servers, server => server.Version == "v2");

        _play.Do("roll-back", "rollout").Pass(90);

        Assert.DoesNotContain(_play.World.Servers, server => server.Version == "v2");
        Assert.All(_play.World.Balancers[0].Targets, target => Assert.Equal(TargetHealth.Healthy, target.Health));
    }

    [Fact]
    public void MoreThreadsTakeEffectAfterTheReloadAndTooManyAreRefused()
    {
        _play.Do("change-threads", "web-1", ("role", "app"), ("processes", "4"), ("threads", "32")).Pass(1);
        Assert.Equal(2, App("web-1").Processes);
        _play.Pass(3);
        Assert.Equal((4, 32), (App("web-1").Processes, App("web-1").Threads));

        _play.Do("change-threads", "web-1", ("role", "app"), ("processes", "64"), ("threads", "1024")).Pass(5);
        Assert.Contains("memory-short", _play.Codes);
        Assert.Equal(4, App("web-1").Processes);
    }

    [Fact]
    public void AFlushedCacheStartsColdAndASmallOneHitsLess()
    {
        _play.Pass(60);
        var warm = HitRatio();
        _play.Do("flush-cache", "cache").Pass(2);
        Assert.True(HitRatio() < warm);
        _play.Do("resize-cache", "cache", ("capacity", "10")).Pass(30);
        Assert.True(HitRatio() < warm / 2);
        Assert.Equal(10, _play.World.Last.CacheTelemetry[0].Entries);
    }

    [Fact]
    public void WithoutAHealthyTargetTheBalancerFailsOpen()
    {
        foreach (var server in new[] { "web-1", "web-2", "web-3", "web-4" }) _play.Order(Fault("server-hang", server));
        _play.Pass(30);

        Assert.True(_play.World.Balancers[0].FailOpen);
        Assert.Contains(_play.World.Last.Alerts, alert => alert.Code == "alert-no-healthy-target");
    }

    [Fact]
    public void AnAlertIsAcknowledgedOnceAndTheScoreIsTheSumOfItsLines()
    {
        _play.Pass(10).Order(Fault("rack-power", "rack-a", seconds: 60)).Pass(10);
        var alert = _play.World.Last.Alerts[0];

        _play.Do("acknowledge", alert.Id).Do("acknowledge", alert.Id).Pass(1);

        Assert.Equal("ann", _play.World.Last.Alerts.First(open => open.Id == alert.Id).By);
        Assert.Equal(["alert-acknowledged", "alert-acknowledged-already"],
            _play.Codes.Where(code => code.StartsWith("alert-ack", StringComparison.Ordinal)));
        var sheet = _play.World.Last.Score;
        Assert.Equal(sheet.Total, sheet.Lines.Sum(line => line.Points));
        Assert.InRange(sheet.Total, 0, 1000);
    }

    private double HitRatio()
    {
        var cache = _play.World.Last.CacheTelemetry[0];
        return cache.Hits / (double)(cache.Hits + cache.Misses);
    }

    private RoleState App(string server) =>
        _play.World.Servers.First(state => state.Id == server).Roles.First(role => role.Role == Role.App);

    private static Command Fault(string action, string target, double seconds = 600) =>
        Faults.Of(action, target, Estates.Seconds(seconds), 1);
}
