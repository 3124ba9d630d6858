using MessagePack;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Kinds.Caches;

/// <summary>A cache. Place: edge (near the users) or data (beside the application). HitRatio over the last second, 0–1.</summary>
/// <param name="Cached">Request classes whose reads ask it first.</param>
/// <param name="ReadyMs">Simulated time from which it answers; 0: it answers already.</param>
/// <param name="RevalidateSeconds">An entry that expired less long ago is served while it is fetched again; 0: none is.</param>
/// <param name="Warming">Keys the warm-up still has to load; 0: none is under way.</param>
[MessagePackObject]
public sealed record CacheView(
    [property: Key("id")] string Id,
    [property: Key("capacity")] int Capacity,
    [property: Key("entries")] int Entries,
    [property: Key("ttlSeconds")] double TtlSeconds,
    [property: Key("hitRatio"), Exact(100)] double HitRatio,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("evictionsPerSecond")] double EvictionsPerSecond,
    [property: Key("place"), OneOf("edge", "data")] string Place,
    [property: Key("cached")] string[] Cached,
    [property: Key("warming")] int Warming,
    [property: Key("readyMs")] double ReadyMs,
    [property: Key("pricePerHour")] double PricePerHour,
    [property: Key("revalidateSeconds")] double RevalidateSeconds);
