using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>Something done to a balancer.</summary>
public abstract class BalancerAction : ActionOn<BalancerState, BalancerInput>
{
    public sealed override ComponentKind Target => ComponentKind.Balancer;
}

/// <summary>Something set at a balancer.</summary>
public abstract class BalancerSetting : SettingOn<BalancerState, BalancerInput>
{
    public sealed override ComponentKind Target => ComponentKind.Balancer;
}
