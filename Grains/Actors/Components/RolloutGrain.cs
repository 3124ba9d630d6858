using OpsGame.Simulation.Kinds.Rollouts;
using Orleans.Placement;

namespace OpsGame.Grains.Components;

/// <summary>The rollout desk: which servers get a version, batch by batch.</summary>
public interface IRolloutGrain : IComponentGrain<RolloutState, RolloutInput>;

[PreferLocalPlacement]
public sealed class RolloutGrain() : ComponentGrain<RolloutState, RolloutInput>(RolloutRules.Tick), IRolloutGrain;
