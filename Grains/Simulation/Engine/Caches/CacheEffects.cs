using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine.Caches;

/// <summary>A directive that names its cache.</summary>
internal abstract class CacheEffect<TDirective> : Effect<TDirective, CacheControls>
    where TDirective : Directive, IToCache
{
    protected sealed override bool Concerns(TDirective directive, CacheControls cache) => cache.Shelf.Holds(directive.Cache);
}

internal sealed class PlaceCacheEffect : Effect<PlaceCache, CacheControls>
{
    protected override bool Concerns(PlaceCache place, CacheControls cache) => !cache.Shelf.IsEdge;

    protected override void Apply(PlaceCache place, CacheControls cache) => cache.Shelf.Place(place);
}

internal sealed class SetCacheEffect : CacheEffect<SetCache>
{
    protected override void Apply(SetCache set, CacheControls cache) => cache.Shelf.Set(set);
}

internal sealed class ServeCacheEffect : CacheEffect<ServeCache>
{
    protected override void Apply(ServeCache _, CacheControls cache) => cache.Node.Serving = true;
}

internal sealed class RemoveCacheEffect : CacheEffect<RemoveCache>
{
    protected override void Apply(RemoveCache _, CacheControls cache) => cache.Remove();
}

internal sealed class FlushCacheEffect : CacheEffect<FlushCache>
{
    protected override void Apply(FlushCache _, CacheControls cache) => cache.Node.Flush();
}

internal sealed class WarmCacheEffect : CacheEffect<WarmCache>
{
    protected override void Apply(WarmCache warm, CacheControls cache) => cache.WarmUps.Begin(warm.Keys, warm.PerSecond);
}

internal sealed class StopWarmingEffect : CacheEffect<StopWarming>
{
    protected override void Apply(StopWarming _, CacheControls cache) => cache.Node.WarmUp?.Stop();
}
