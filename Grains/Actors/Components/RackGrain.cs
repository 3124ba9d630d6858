using Orleans.Placement;
using OpsGame.Simulation.Racks;

namespace OpsGame.Grains.Components;

/// <summary>A rack: its units and its power.</summary>
public interface IRackGrain : IComponentGrain<RackState, RackInput>;

[PreferLocalPlacement]
public sealed class RackGrain() : ComponentGrain<RackState, RackInput>(RackRules.Tick), IRackGrain;
