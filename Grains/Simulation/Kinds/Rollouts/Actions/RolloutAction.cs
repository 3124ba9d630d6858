using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts.Actions;

/// <summary>Something done to a rollout.</summary>
public abstract class RolloutAction : ActionOn<RolloutState, RolloutInput>
{
    public sealed override ComponentKind Target => ComponentKind.Rollout;
}
