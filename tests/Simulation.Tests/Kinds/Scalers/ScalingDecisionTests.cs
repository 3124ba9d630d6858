using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;

namespace OpsGame.Simulation.Tests.Kinds.Scalers;

public sealed class ScalingDecisionTests
{
    /// <summary>⌈warm × metric / target⌉ at a target of 50 %, between 2 and 10.</summary>
    [Theory]
    [InlineData(4, 4, 0.50, 4)]
    [InlineData(4, 4, 0.54, 4)] // within the tolerance of 10 %
    [InlineData(4, 4, 0.60, 5)]
    [InlineData(4, 4, 0.75, 6)]
    [InlineData(5, 5, 0.90, 9)]
    [InlineData(4, 4, 1.00, 8)]
    [InlineData(8, 8, 1.00, 10)] // max
    [InlineData(6, 4, 1.00, 8)] // two on their way already: two more
    [InlineData(9, 4, 1.00, 9)] // more are on their way than it takes
    [InlineData(4, 4, 0.46, 4)] // not well below
    [InlineData(4, 4, 0.44, 4)] // ⌈3.52⌉ = 4
    [InlineData(4, 4, 0.30, 3)] // one at a time, not two
    [InlineData(4, 3, 0.30, 4)] // somebody warms up: wait
    [InlineData(2, 2, 0.10, 2)] // min
    [InlineData(1, 1, 0.10, 2)] // min
    public void TargetTracking(int current, int warm, double metric, int wanted) =>
        Assert.Equal(wanted, Wanted(Target, current, warm, metric));

    [Theory]
    [InlineData(4, 0.95, 8)] // the farthest step
    [InlineData(4, 0.75, 5)]
    [InlineData(4, 0.50, 4)]
    [InlineData(4, 0.25, 3)]
    public void Steps(int current, double metric, int wanted) => Assert.Equal(wanted, Wanted(Target with
    {
        Kind = ScalingKind.Step,
        Steps = [new(true, 0.7, 1), new(true, 0.9, 4), new(false, 0.3, 1)],
    }, current, current, metric));

    [Theory]
    [InlineData(ScalingKind.Schedule, 50, 3, 3)] // before its first entry it keeps what is there
    [InlineData(ScalingKind.Schedule, 100, 3, 6)]
    [InlineData(ScalingKind.Schedule, 250, 8, 4)]
    [InlineData(ScalingKind.Target, 150, 3, 6)] // at least
    [InlineData(ScalingKind.Target, 250, 8, 8)]
    [InlineData(ScalingKind.Off, 250, 1, 1)]
    public void Schedules(ScalingKind kind, double seconds, int current, int wanted) => Assert.Equal(wanted, Wanted(Target with
    {
        Kind = kind,
        Schedule = [new(Estates.Seconds(100), 6), new(Estates.Seconds(200), 4)],
    }, current, current, 0.5, seconds));

    [Fact]
    public void BeforeItsWindowIsFullAndWhileItCoolsDownLoadChangesNothing()
    {
        Assert.Equal(4, Wanted(Target, 4, 4, 1, samples: 59));
        Assert.Equal(8, Wanted(Target, 4, 4, 1, samples: 60));
        Assert.Equal(4, Wanted(Target, 4, 4, 1, seconds: 299, quietUntil: 300));
        Assert.Equal(8, Wanted(Target, 4, 4, 1, seconds: 300, quietUntil: 300));
    }

    private static ScalingPolicy Target => new(
        ScalingKind.Target, 2, 10, 0.5, Estates.Seconds(60), Estates.Seconds(300), Estates.Seconds(60), 0.9, [], []);

    private static int Wanted(
        ScalingPolicy policy, int current, int warm, double metric, double seconds = 0, int samples = 60,
        double quietUntil = 0) =>
        ScalingDecision.Wanted(
            new ScalerState(
                "scaler", Tier.Whole, "size", policy, current, Estates.Seconds(quietUntil),
                Enumerable.Repeat(metric, samples).ToImmutableArray(), [], metric, false),
            current, warm, Estates.Seconds(seconds), out _);
}
