using OpsGame.Simulation.Kinds.Caches;
using Orleans.Placement;

namespace OpsGame.Grains.Components;

/// <summary>A cache: its size and its expiry.</summary>
public interface ICacheGrain : IComponentGrain<CacheState, CacheInput>;

[PreferLocalPlacement]
public sealed class CacheGrain() : ComponentGrain<CacheState, CacheInput>(CacheRules.Tick), ICacheGrain;
