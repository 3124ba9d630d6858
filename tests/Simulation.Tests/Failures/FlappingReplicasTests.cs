using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Kinds.Scalers;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 36. A load that comes in waves, and a scaler that follows each of them down at once: what every crest needs was
/// removed in the trough before, and boots too late.
/// </summary>
public sealed class FlappingReplicasTests
{
    private const int Wave = 240;

    [Fact]
    public void EveryCrestFindsTooFewServers()
    {
        var play = new Play(Waves()).Pass(Wave);
        var seen = play.Watch(4 * Wave);

        Assert.True(Ins(play) >= 4 && Outs(play) >= 4, $"{Ins(play)} {Outs(play)}");
        Assert.InRange(seen.FailureShare, 0.03, 0.5);
    }

    [Fact]
    public void AStabilisationWindowAsLongAsAWaveCures()
    {
        var play = new Play(Waves()).Behave(downWindow: "300").Pass(2 * Wave);
        var (ins, seen) = (Ins(play), play.Watch(3 * Wave));

        Assert.Equal(ins, Ins(play));
        Assert.InRange(seen.FailureShare, 0, 0.002);
    }

    [Fact]
    public void ScalingHarderDoesNotHelp()
    {
        var play = new Play(Waves()).Behave("0", ("every", "1"), ("upServers", "20"), ("upPercent", "1000"), ("tolerance", "0"));
        var seen = play.Pass(Wave).Watch(4 * Wave);

        Assert.True(Ins(play) >= 4, $"{Ins(play)}");
        Assert.InRange(seen.FailureShare, 0.03, 0.5);
    }

    [Fact]
    public void AnEvenLoadLeavesItAlone()
    {
        var play = new Play(Waves() with { Traffic = [] }).Pass(Wave);
        var (ins, seen) = (Ins(play), play.Watch(3 * Wave));

        Assert.Equal(ins, Ins(play));
        Assert.InRange(seen.FailureShare, 0, 0.002);
    }

    private static int Ins(Play play) => ScalerTests.Told(play, "scaler-scales-in").Count;

    private static int Outs(Play play) => ScalerTests.Told(play, "scaler-scales-out").Count;

    /// <summary>
    /// Two minutes of 330/s, which five servers can do at 67 %, and two of 100/s, for which two are enough. A server boots in
    /// 20 s.
    /// </summary>
    private static Scenario Waves() => ScalerTests.Scaled(
        ScalerTests.Policy() with
        {
            Target = 0.7, WarmupNs = 0,
            Behavior = ScalingBehavior.Usual with { Down = ScalingBehavior.Usual.Down with { WindowNs = 0 } },
        },
        rate: 330) with
    {
        Traffic =
        [
            .. Enumerable.Range(0, 6).SelectMany(wave => new TrafficPoint[]
            {
                new(Estates.Seconds(Wave * wave), 1), new(Estates.Seconds(Wave * wave + 115), 1),
                new(Estates.Seconds(Wave * wave + 120), 0.3), new(Estates.Seconds(Wave * wave + 235), 0.3),
            }),
        ],
    };
}

/// <summary>What the operator of a scaler with a behaviour does.</summary>
internal static class Behaving
{
    public static Play Behave(this Play play, string downWindow = "0", params (string, string)[] args) =>
        play.Do("set-scaling-behavior", "scaler", [("downWindow", downWindow), .. args]);
}
