using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class RolloutRefusals
{
    public static RefusalCode NoBalancer { get; } = new("rollout-no-balancer");

    public static RefusalCode NoProxy { get; } = new("rollout-no-proxy");

    public static RefusalCode NoRoom { get; } = new("rollout-no-room");

    public static RefusalCode NotPaused { get; } = new("rollout-not-paused");

    public static RefusalCode NotRunning { get; } = new("rollout-not-running");

    public static RefusalCode Nothing { get; } = new("rollout-nothing");

    public static RefusalCode NothingToRollBack { get; } = new("rollout-nothing-to-roll-back");

    public static RefusalCode Running { get; } = new("rollout-running");

    public static RefusalCode StandsStill { get; } = new("rollout-stands-still");
}
