using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Kinds.Caches;

internal sealed class CacheMapper : PartMapper<CacheState, CacheTelemetry, CacheView>
{
    protected override CacheView View(CacheState cache, CacheTelemetry? now, Scenario scenario)
    {
        var lookups = (now?.Hits ?? 0) + (now?.Misses ?? 0);
        return new CacheView(
            cache.Id, cache.Capacity, now?.Entries ?? 0, Seconds(cache.TtlNs),
            lookups == 0 ? 0 : Share(now!.Hits / (double)lookups),
            lookups, now?.Evictions ?? 0, scenario.Edge?.Cache.Id == cache.Id ? "edge" : "data",
            [.. cache.Cached], cache.Warming == 0 ? 0 : now?.WarmUp?.Left ?? cache.Warming,
            Ms(cache.ReadyNs), Dollars(cache.NanoDollarsPerHour), Seconds(cache.RevalidateNs));
    }
}
