using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Kinds.Scalers;

/// <summary>Whose word counts when a scaler replaces servers: theirs (AWS: EC2), or their balancer's (ELB).</summary>
public sealed class ScalerHealthTests
{
    [Fact]
    public void WhatTheBalancerFindsUnhealthyIsReplaced()
    {
        var play = Hung(ScalerHealth.Balancer, grace: 60);

        Assert.Contains("scaler-replaces", play.Codes);
        Assert.DoesNotContain(play.World.Servers, server => server.Id == "app-1");
        Assert.Equal(2, ScalerTests.Serving(play));
        Assert.True(play.Watch(10).FailureShare < 0.001);
    }

    [Fact]
    public void AServerThatRunsIsKeptWhereOnlyItsOwnWordCounts()
    {
        var play = Hung(ScalerHealth.Server, grace: 60);

        Assert.DoesNotContain("scaler-replaces", play.Codes);
        Assert.True(play.Server("app-1").Hung);
        Assert.Equal(1, ScalerTests.Serving(play));
    }

    [Fact]
    public void OneThatHasJustComeToRunHasItsGrace()
    {
        // it boots for 20 s and hangs soon after
        var play = new Play(Scaled(ScalerHealth.Balancer, grace: 60)).Do("add-server", "rack-a", ("size", "size")).Pass(24);
        var bought = play.World.Servers[^1].Id;
        play.Do("server-hang", bought).Pass(50);
        Assert.DoesNotContain("scaler-replaces", play.Codes);
        play.Pass(15);
        Assert.Equal(bought, play.Events.Single(told => told.Code == "scaler-replaces").Args[1]);
    }

    [Fact]
    public void ADeepCheckOfTheBalancerLetsItReplaceTheWholeFleetForNothing()
    {
        var play = new Play(Scaled(ScalerHealth.Balancer, grace: 10)).Check(timeout: "1", path: "deep").Pass(20);
        play.Fault("database-slow", "database", seconds: 30, amount: 400).Pass(30);

        Assert.Equal(2, play.Codes.Count(code => code == "scaler-replaces"));
    }

    [Fact]
    public void AnOperatorChoosesWhoseWordCounts()
    {
        var play = new Play(Scaled(ScalerHealth.Server, grace: 0)).Do(
            "set-scaling", "scaler", ("min", "2"), ("max", "8"), ("target", "0.45"), ("health", "balancer")).Pass(1);
        Assert.Equal(ScalerHealth.Balancer, play.World.Scalers[0].Health);
        play.Do("set-scaling", "scaler", ("min", "2"), ("max", "8"), ("target", "0.45")).Pass(1);
        Assert.Equal(ScalerHealth.Balancer, play.World.Scalers[0].Health);
    }

    private static Play Hung(ScalerHealth health, double grace) =>
        new Play(Scaled(health, grace)).Pass(20).Do("server-hang", "app-1").Pass(80);

    private static Simulation.Scenarios.Scenario Scaled(ScalerHealth health, double grace)
    {
        var scaled = ScalerTests.Scaled(ScalerTests.Policy() with { Kind = ScalingKind.Schedule, Min = 2 }, rate: 60);
        return scaled with { Scalers = [scaled.Scalers[0] with { Health = health, GraceNs = Estates.Seconds(grace) }] };
    }
}
