using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Rollouts;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Tests.Worlds;

public sealed class OperationsTests
{
    private readonly Play play = new(Estates.Whole());

    [Fact]
    public void DrainingTargetFinishesItsRequestsAndGetsNoNewOnes()
    {
        play.Pass(10).Do(Actions.Detach, "balancer", ("server", "web-1")).Pass(5);

        Assert.Equal(Attachment.Detached, play.Target("web-1").Attachment);
        Assert.Equal(0, play.Outstanding("web-1"));
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void StoppingAServerBehindTheBalancersBackFailsRequestsUntilItsCheckNotices()
    {
        play.Pass(10).Do(Actions.StopServer, "web-1").Pass(20);

        Assert.True(play.Failed > 0);
        Assert.Equal(TargetHealth.Unhealthy, play.Target("web-1").Health);
        var failed = play.Failed;
        play.Pass(10);
        Assert.Equal(failed, play.Failed);
    }

    [Fact]
    public void AHungServerIsOutAfterTwoTimeoutsAndOnlyARestartBringsItBack()
    {
        play.Pass(10).Order(Fault(Actions.ServerHang, "web-2")).Pass(15);
        Assert.Equal(TargetHealth.Unhealthy, play.Target("web-2").Health);
        Assert.Equal(Lifecycle.Running, play.Lifecycle("web-2"));

        play.Pass(60);
        Assert.Equal(TargetHealth.Unhealthy, play.Target("web-2").Health);

        play.Do(Actions.RestartServer, "web-2").Pass(20);
        Assert.Equal(TargetHealth.Healthy, play.Target("web-2").Health);
    }

    [Fact]
    public void ARackWithoutPowerTakesItsServersAndTheyBootWhenItReturns()
    {
        play.Pass(10).Order(Fault(Actions.RackPower, "rack-a", seconds: 30)).Pass(2);
        Assert.Equal(Lifecycle.Off, play.Lifecycle("web-1"));
        Assert.Equal(Lifecycle.Running, play.Lifecycle("web-3"));

        play.Pass(30);
        Assert.Equal(Lifecycle.Booting, play.Lifecycle("web-1"));
        play.Pass(40);
        Assert.Equal(Lifecycle.Running, play.Lifecycle("web-1"));
        Assert.Equal(TargetHealth.Healthy, play.Target("web-1").Health);
        Assert.Contains(Cause.Unreachable, play.World.Report().Stations.First(row => row.Id == "balancer").Lost.Keys);
    }

    [Fact]
    public void ABoughtServerBootsJoinsTheBalancerAndServes()
    {
        play.Pass(5).Do(Actions.AddServer, "rack-a", ("size", "size")).Pass(60);

        Assert.Equal(Lifecycle.Running, play.Lifecycle("web-5"));
        Assert.Equal(TargetHealth.Healthy, play.Target("web-5").Health);
        Assert.Contains(play.World.Report().Stations, row => row.Id == "web-5/app" && row.Completed > 100);
    }

    [Fact]
    public void AFullRackRefusesAndChangesNothing()
    {
        for (var bought = 0; bought < 4; bought++) play.Do(Actions.AddServer, "rack-a", ("size", "size"));
        play.Pass(3);
        var hashBefore = play.World.Servers;

        play.Do(Actions.AddServer, "rack-a", ("size", "size")).Pass(1);

        Assert.Contains("rack-full", play.Codes);
        Assert.Equal(hashBefore.Length, play.World.Servers.Length);
    }

    [Fact]
    public void AnInPlaceRolloutReachesEveryServerHalfAtATimeAndFailsNobody()
    {
        play.Pass(5).Do(Actions.StartRollout, "rollout", ("version", "v2"), ("fraction", "0.5"), ("drain", "10"), ("bake", "5"));
        var leastServing = 4;
        for (var second = 0; second < 120; second++)
        {
            play.Pass(1);
            leastServing = Math.Min(leastServing, play.World.Balancers[0].Targets.Count(target => target.Attachment == Attachment.Attached));
        }

        Assert.Equal(RolloutStatus.Done, play.World.Rollouts[0].Status);
        Assert.All(play.World.Servers.Where(server => server.Id.StartsWith("web", StringComparison.Ordinal)), server =>
            Assert.Equal("v2", server.Version));
        Assert.Equal(2, leastServing);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void RollingBackHalfWayBringsEveryServerBackToTheOldVersion()
    {
        play.Pass(5).Do(Actions.StartRollout, "rollout", ("version", "v2"), ("drain", "5"), ("bake", "60")).Pass(50);
        Assert.Contains(play.World.Servers, server => server.Version == "v2");

        play.Do(Actions.RollBack, "rollout").Pass(90);

        Assert.DoesNotContain(play.World.Servers, server => server.Version == "v2");
        Assert.All(play.World.Balancers[0].Targets, target => Assert.Equal(TargetHealth.Healthy, target.Health));
    }

    [Fact]
    public void MoreThreadsTakeEffectAfterTheReloadAndTooManyAreRefused()
    {
        play.Do(Actions.ChangeThreads, "web-1", ("role", "app"), ("processes", "4"), ("threads", "32")).Pass(1);
        Assert.Equal(2, App("web-1").Processes);
        play.Pass(3);
        Assert.Equal((4, 32), (App("web-1").Processes, App("web-1").Threads));

        play.Do(Actions.ChangeThreads, "web-1", ("role", "app"), ("processes", "64"), ("threads", "1024")).Pass(5);
        Assert.Contains("memory-short", play.Codes);
        Assert.Equal(4, App("web-1").Processes);
    }

    [Fact]
    public void AFlushedCacheStartsColdAndASmallOneHitsLess()
    {
        play.Pass(60);
        var warm = HitRatio();
        play.Do(Actions.FlushCache, "cache").Pass(2);
        Assert.True(HitRatio() < warm);
        play.Do(Actions.ResizeCache, "cache", ("capacity", "10")).Pass(30);
        Assert.True(HitRatio() < warm / 2);
        Assert.Equal(10, play.World.Last.CacheTelemetry[0].Entries);
    }

    [Fact]
    public void WithoutAHealthyTargetTheBalancerFailsOpen()
    {
        foreach (var server in new[] { "web-1", "web-2", "web-3", "web-4" }) play.Order(Fault(Actions.ServerHang, server));
        play.Pass(30);

        Assert.True(play.World.Balancers[0].FailOpen);
        Assert.Contains(play.World.Last.Alerts, alert => alert.Code == "alert-no-healthy-target");
    }

    [Fact]
    public void AnAlertIsAcknowledgedOnceAndTheScoreIsTheSumOfItsLines()
    {
        play.Pass(10).Order(Fault(Actions.RackPower, "rack-a", seconds: 60)).Pass(10);
        var alert = play.World.Last.Alerts[0];

        play.Do(Actions.Acknowledge, alert.Id).Do(Actions.Acknowledge, alert.Id).Pass(1);

        Assert.Equal("ann", play.World.Last.Alerts.First(open => open.Id == alert.Id).By);
        Assert.Equal(["alert-acknowledged", "alert-acknowledged-already"], play.Codes.Where(code => code.StartsWith("alert-ack", StringComparison.Ordinal)));
        var sheet = play.World.Last.Score;
        Assert.Equal(sheet.Total, sheet.Lines.Sum(line => line.Points));
        Assert.InRange(sheet.Total, 0, 1000);
    }

    private double HitRatio()
    {
        var cache = play.World.Last.CacheTelemetry[0];
        return cache.Hits / (double)(cache.Hits + cache.Misses);
    }

    private RoleState App(string server) =>
        play.World.Servers.First(state => state.Id == server).Roles.First(role => role.Role == Role.App);

    private static Command Fault(string action, string target, double seconds = 600) =>
        Orders.Fault(action, target, Estates.Seconds(seconds), 1);
}
