using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Rollouts;

public class RolloutRulesTests
{
    /// <summary>Watching its first batch until 20 s.</summary>
    private static readonly RolloutState Baking = Acting.World().Rollouts[0] with
    {
        Status = RolloutStatus.Running, Version = "v2", FromVersion = "v1", Step = RolloutStep.Bake,
        StepStartedNs = Estates.Seconds(10), StepEndsNs = Estates.Seconds(20), By = "ann",
    };

    [Fact]
    public void AnEstateHasOneRollout()
    {
        var world = Acting.World();
        Assert.Equal(RolloutState.Kind, world.KindOf(Assert.Single(world.Rollouts).Id));
        Assert.Equal(
            ["start-rollout", "pause-rollout", "resume-rollout", "roll-back"], Acting.ActionsOn(RolloutState.Kind));
    }

    [Fact]
    public void APausedRolloutOrdersNothingHoweverLongItWaits()
    {
        var paused = Tick(Baking, 12, Acting.Of("pause-rollout", "rollout"));
        Assert.Equal(Baking with { Status = RolloutStatus.Paused }, paused.State);

        var later = Tick(paused.State, 600);
        Assert.Equal(paused.State, later.State);
        Assert.Empty(later.Orders);
    }

    [Fact]
    public void AResumedRolloutStartsItsStepAgain()
    {
        var resumed = Tick(Baking with { Status = RolloutStatus.Paused }, 60, Acting.Of("resume-rollout", "rollout"));
        Assert.Equal(
            Baking with { StepStartedNs = Estates.Seconds(60), StepEndsNs = Estates.Seconds(70) }, resumed.State);
    }

    [Theory]
    [InlineData(RolloutStatus.Idle, "pause-rollout", "rollout-not-running")]
    [InlineData(RolloutStatus.Paused, "pause-rollout", "rollout-not-running")]
    [InlineData(RolloutStatus.Idle, "resume-rollout", "rollout-not-paused")]
    [InlineData(RolloutStatus.Idle, "roll-back", "rollout-nothing-to-roll-back")]
    [InlineData(RolloutStatus.RollingBack, "roll-back", "rollout-nothing-to-roll-back")]
    public void WhatDoesNotFitItsStatusIsRefused(RolloutStatus status, string action, string code)
    {
        var state = Baking with { Status = status, StepStartedNs = Estates.Seconds(30) };
        var outcome = Tick(state, 30, Acting.Of(action, "rollout"));
        Assert.Equal((state, code), (outcome.State, Assert.Single(outcome.Events).Code));
    }

    [Theory]
    [InlineData(Strategy.Rolling, 0, 1)]
    [InlineData(Strategy.InPlace, 0, 2)]
    [InlineData(Strategy.Canary, 0, 1)]
    [InlineData(Strategy.Canary, 1, 2)]
    [InlineData(Strategy.Recreate, 0, 4)]
    public void ABatchOfFourServersIsAsLargeAsTheStrategySays(Strategy strategy, int done, int servers)
    {
        var state = Baking with
        {
            Options = Baking.Options with { Strategy = strategy, Fraction = 0.5 },
            Done = [.. Enumerable.Range(1, done).Select(n => $"web-{n}")],
        };
        Assert.Equal(servers, RolloutRules.BatchSize(state, Input(1)));
    }

    private static Outcome<RolloutState> Tick(RolloutState state, double seconds, params Command[] commands) =>
        RolloutRules.Tick(state, Input(seconds, commands));

    /// <summary>Four web servers and two of the database.</summary>
    private static RolloutInput Input(double seconds, params Command[] commands) => new(
        "rollout", Estates.Seconds(seconds), [.. commands], Acting.World().Servers, [], [], [], ["v1", "v2"], []);
}
