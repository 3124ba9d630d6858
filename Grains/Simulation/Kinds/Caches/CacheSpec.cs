namespace OpsGame.Simulation.Kinds.Caches;

/// <summary>
/// A cache near the users. With it their connections end there; what it does not answer goes on to the balancer.
/// </summary>
/// <param name="Cache">Its store; the rack stays empty. Classes with the same data share its entries.</param>
/// <param name="UserNs">One way, user ↔ edge; default 5 ms.</param>
/// <param name="OriginNs">One way, edge ↔ balancer (without one: servers), over connections that are always open; default 10
/// ms.</param>
public sealed record EdgeSpec(CacheSpec Cache, long UserNs, long OriginNs);

/// <summary>The cache beside the application servers: LRU over keys, entries expire TTL after they were filled.</summary>
/// <param name="LookupNs">Time of one look-up; default 0.2 ms.</param>
/// <param name="Jitter">0–1: an entry lives TTL × (1 ± jitter), so that what was filled together does not expire
/// together.</param>
/// <param name="SingleFlight">One miss a key goes on, the others wait for its answer; otherwise every concurrent miss goes
/// on.</param>
/// <param name="InvalidateOnWrite">A write drops its key; otherwise the old value is served until it expires.</param>
public sealed record CacheSpec(
    string Id, string Rack, int Capacity, long TtlNs, long LookupNs,
    double Jitter = 0, bool SingleFlight = false, bool InvalidateOnWrite = false)
{
    /// <summary>
    /// An entry that has been expired for less than this is served at once all the same, while one request fetches it anew behind
    /// (RFC 5861, stale-while-revalidate); default 0: whoever comes after the TTL has to wait.
    /// </summary>
    public long RevalidateNs { get; init; }

    /// <summary>Default nothing: it belongs to what stands there.</summary>
    public long NanoDollarsPerHour { get; init; }
}

/// <summary>A cache an operator may add where there is none.</summary>
/// <param name="NanoDollarsPerHour">From the order on; default the scenario's own cache's price, else half of a small server of
/// the library, $0.60/h.</param>
/// <param name="ReadyNs">Until it answers; default the time a server boots.</param>
/// <param name="LookupNs">As of a cache; default as of the scenario's own, else 0.2 ms.</param>
public sealed record CacheOfferSpec(string Id, long NanoDollarsPerHour, long ReadyNs, long LookupNs);
