using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Tests.Kinds.Scalers;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 15. What is removed because the rest is idle makes the rest too busy: more, fewer, more, for ever.</summary>
public sealed class ScalingOscillationTests
{
    [Fact]
    public void TheFleetSwingsBetweenTooFewAndTooManyUnderASteadyLoad()
    {
        var play = Near();
        var seen = play.Watch(600);

        Assert.True(Outs(play) >= 5 && Ins(play) >= 5, $"{Outs(play)} {Ins(play)}");
        Assert.Equal((2, 4), (seen.HealthyLeast, seen.HealthyMost));
    }

    [Fact]
    public void ThresholdsFartherApartCure()
    {
        var play = Near();
        play.Pass(120);

        var (outs, ins) = (Outs(play), Ins(play));
        play.Step(below: 0.3).Pass(120).Watch(600);

        Assert.True(Outs(play) - outs <= 1 && Ins(play) - ins <= 1);
        Assert.Equal(4, ScalerTests.Serving(play));
    }

    [Fact]
    public void AShorterCoolDownMakesItSwingFaster()
    {
        var usual = Near();
        usual.Watch(600);
        var eager = Near().Step(below: 0.5, cooldown: 10);
        eager.Watch(600);

        Assert.True(Ins(eager) > Ins(usual), $"{Ins(eager)} {Ins(usual)}");
    }

    [Fact]
    public void TargetTrackingWithTheSameNumbersSettles()
    {
        var play = new Play(ScalerTests.Scaled(ScalerTests.Policy() with { Target = 0.6 }));
        play.Watch(600);

        Assert.Equal((1, 0), (Outs(play), Ins(play)));
    }

    private static int Outs(Play play) => ScalerTests.Told(play, "scaler-scales-out").Count;

    private static int Ins(Play play) => ScalerTests.Told(play, "scaler-scales-in").Count;

    /// <summary>150/s: 77 % of two servers, 38 % of four. Two more above 70 %, two fewer below 50 %.</summary>
    private static Play Near() => new(ScalerTests.Scaled(ScalerTests.Policy() with
    {
        Kind = ScalingKind.Step,
        WarmupNs = 0,
        Steps = [new ScalingStep(true, 0.7, 2), new ScalingStep(false, 0.5, 2)],
    }));
}

/// <summary>What the operator of stepwise scaling does.</summary>
internal static class Stepping
{
    public static Play Step(this Play play, double below, double cooldown = 30) => play.Do(
        "set-scaling", "scaler", ("policy", "step"), ("min", "2"), ("max", "8"), ("cooldown", $"{cooldown}"), ("warmup", "0"),
        ("above", "0.7"), ("below", $"{below}"), ("change", "2"));
}
