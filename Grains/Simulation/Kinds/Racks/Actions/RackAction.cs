using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks.Actions;

/// <summary>Something done to a rack.</summary>
public abstract class RackAction : ActionOn<RackState, RackInput>
{
    public sealed override ComponentKind Target => RackState.Kind;
}
