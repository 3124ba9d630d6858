using OpsGame.Simulation.Kinds.Scalers;
using Orleans.Placement;

namespace OpsGame.Grains.Components;

/// <summary>An auto scaler: how many servers of a tier there should be.</summary>
public interface IScalerGrain : IComponentGrain<ScalerState, ScalerInput>;

[PreferLocalPlacement]
public sealed class ScalerGrain() : ComponentGrain<ScalerState, ScalerInput>(ScalerRules.Tick), IScalerGrain;
