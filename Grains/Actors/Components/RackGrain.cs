using OpsGame.Simulation.Kinds.Racks;
using Orleans.Placement;

namespace OpsGame.Grains.Components;

/// <summary>A rack: its units and its power.</summary>
public interface IRackGrain : IComponentGrain<RackState, RackInput>;

[PreferLocalPlacement]
public sealed class RackGrain() : ComponentGrain<RackState, RackInput>(RackRules.Tick), IRackGrain;
