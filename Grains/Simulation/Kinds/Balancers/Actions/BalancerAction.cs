using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>An action on a balancer.</summary>
public abstract class BalancerAction : ActionOn<BalancerState, BalancerInput>
{
    public sealed override ComponentKind Target => BalancerState.Kind;
}

/// <summary>A setting of a balancer.</summary>
public abstract class BalancerSetting : SettingOn<BalancerState, BalancerInput>
{
    public sealed override ComponentKind Target => BalancerState.Kind;
}
