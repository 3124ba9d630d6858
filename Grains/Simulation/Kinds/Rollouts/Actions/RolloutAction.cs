using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts.Actions;

/// <summary>An action on the rollout.</summary>
public abstract class RolloutAction : ActionOn<RolloutState, RolloutInput>
{
    public sealed override ComponentKind Target => RolloutState.Kind;
}
