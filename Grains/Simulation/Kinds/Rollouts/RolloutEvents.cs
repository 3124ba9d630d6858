using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>What is told of: codes of their texts.</summary>
public static class RolloutEvents
{
    public static EventCode Batch { get; } = new("rollout-batch");

    public static EventCode Done { get; } = new("rollout-done");

    public static EventCode Failed { get; } = new("rollout-failed");

    public static EventCode Gate { get; } = new("rollout-gate");

    public static EventCode Group { get; } = new("rollout-group");

    public static EventCode Paused { get; } = new("rollout-paused");

    public static EventCode Resumed { get; } = new("rollout-resumed");

    public static EventCode RolledBack { get; } = new("rollout-rolled-back");

    public static EventCode RollingBack { get; } = new("rollout-rolling-back");

    public static EventCode Shift { get; } = new("rollout-shift");

    public static EventCode Skipped { get; } = new("rollout-skipped");

    public static EventCode Started { get; } = new("rollout-started");
}
