using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Tests.Kinds.Scalers;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 14. A minute to see the spike, a minute to boot: when the new servers serve, it is over.</summary>
public sealed class SlowScalingTests
{
    [Fact]
    public void TheNewServersComeWhenTheSpikeIsOver()
    {
        var play = Scaled().Spike();
        var seen = play.Watch(60);

        Assert.True(seen.FailureShare > 0.3, $"{seen.FailureShare}");
        Assert.Equal(2, seen.HealthyMost);
        Assert.True(play.World.Scalers[0].Desired > 2);
        Assert.Equal(play.World.Scalers[0].Desired, play.Pass(90).Watch(1).HealthyMost);
    }

    [Fact]
    public void ServersBoughtInAdvanceCure()
    {
        var seen = Scaled().Set(min: 6).Pass(90).Spike().Watch(60);

        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void AScheduleForTheSpikeCures()
    {
        var seen = Scaled(policy => policy with { Schedule = [new ScheduledSize(Estates.Seconds(60), 6)] }).Pass(90).Spike()
            .Watch(60);

        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void NoCoolDownAndALowerTargetDoNotHelp()
    {
        var usual = Scaled().Pass(90).Spike().Watch(60);
        var eager = Scaled().Set(cooldown: 0, target: 0.6).Pass(90).Spike().Watch(60);

        Assert.Equal(usual.FailureShare, eager.FailureShare, 0.02);
        Assert.Equal(2, eager.HealthyMost);
    }

    [Fact]
    public void WithoutASpikeNothingFails()
    {
        var play = Scaled();

        Assert.Equal(0, play.Watch(120).Failures);
        Assert.Equal(2, play.World.Servers.Count(server => server.Id != "db-1"));
    }

    /// <summary>Two servers at half their load; the cloud's window and boot time; warm at once.</summary>
    private static Play Scaled(Func<ScalingPolicy, ScalingPolicy>? change = null)
    {
        var policy = new ScalingPolicy(
            ScalingKind.Target, 2, 10, 0.65, Estates.Seconds(60), Estates.Seconds(300), 0, 0.9, [], []);
        var scaled = ScalerTests.Scaled(change?.Invoke(policy) ?? policy, rate: 120);
        return new Play(scaled with { Operations = scaled.Operations with { BootNs = Estates.Seconds(60) } }).Pass(60);
    }
}

/// <summary>What a scaler's operator does.</summary>
internal static class Scaling
{
    /// <summary>Three and a half times as many users for a minute.</summary>
    public static Play Spike(this Play play) => play.Fault("traffic-surge", World.Users, seconds: 60, amount: 3.5);

    public static Play Set(this Play play, int min = 2, double cooldown = 300, double target = 0.65) => play.Do(
        "set-scaling", "scaler", ("min", $"{min}"), ("cooldown", $"{cooldown}"), ("warmup", "0"), ("target", $"{target}"));
}
