using OpsGame.Simulation.Kinds.Balancers;
using Orleans.Placement;

namespace OpsGame.Grains.Components;

/// <summary>A load balancer: its targets and their health.</summary>
public interface IBalancerGrain : IComponentGrain<BalancerState, BalancerInput>;

[PreferLocalPlacement]
public sealed class BalancerGrain() : ComponentGrain<BalancerState, BalancerInput>(BalancerRules.Tick), IBalancerGrain;
