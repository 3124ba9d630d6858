using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Caches;

namespace OpsGame.Simulation.Engine;

/// <summary>The cache comes and goes. What it measured stays, and so does its name.</summary>
internal sealed partial class DataPlane
{
    private readonly int _keys;
    private readonly Draw _cacheLuck;

    private CacheNode NewCache(CacheSpec spec) => new(spec, RackOf(spec.Rack), _keys, _cacheLuck, new StationMeter(spec.Id));

    private void PlaceCache(PlaceCache place)
    {
        var bought = place.Cache;
        _cache ??= NewCache(new CacheSpec(bought.Id, place.Rack, bought.Capacity, bought.TtlNs, 0));
        (_cache.Rack, _cache.Serving, _lookupLane) = (RackOf(place.Rack), false, _queue.LaneOf(_scenario.CacheOffer!.LookupNs));
        SetCache(new SetCache(
            bought.Id, bought.Capacity, bought.TtlNs, bought.Jitter, bought.SingleFlight, bought.InvalidateOnWrite, bought.Cached));
    }

    private void RemoveCache(CacheNode cache)
    {
        cache.Serving = false;
        cache.Flush();
        cache.WarmUp?.Stop();
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free) continue;
            if (request is { Warms: Warming.Cache, Abandoned: false })
            {
                request.Abandoned = true;
                cache.WarmUp!.Answered(failed: true);
            }

            // whoever waits for another's answer here asks for it himself
            if (request is not { Phase: Phase.InFlight, InCache: true }) continue;
            cache.LeaveFlight(_pool, request.Key, slot);
            request.Phase = Phase.Travelling;
            Travel(slot, _lookupLane, EventKind.LookedUp, 0);
        }
    }
}
