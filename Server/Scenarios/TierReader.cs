using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>The components there is at most one of: balancer and cache; the database has a reader of its own.</summary>
internal static class TierReader
{
    private const long Second = Nanoseconds.PerSecond;

    private const int MostRateLimit = 1_000_000;
    private const long UsualLookupNs = 200_000;

    /// <summary>An hour of a cache somebody adds: half of what the library's small server costs.</summary>
    private const long BoughtPrice = 600_000_000;

    private static readonly Notation<long> Lookup = Notations.Duration.Between(0, Second);
    /// <summary>Of a cache's stale-while-revalidate.</summary>
    internal static readonly Notation<long> Revalidate = Notations.Duration.Between(0, 86_400 * Second);
    private static readonly Notation<long> Price = Notations.Price.Between(0, 1000 * Second);

    /// <summary>The cloud's defaults: slow to notice, slow to let go.</summary>
    private static readonly HealthCheck CloudCheck = new(CheckPath.Shallow, 30 * Second, 5 * Second, 2, 5);

    private static readonly Notation<double> RateLimit = Notations.Rate.Limited(
        $"1/s – {MostRateLimit}/s, whole",
        rate => rate is >= 1 and <= MostRateLimit && rate == Math.Truncate(rate)
            ? null
            : $"should be a whole number between 1/s and {MostRateLimit}/s")
        .Or("none", 0);

    /// <summary>The outer one, or the inner one between web and application servers.</summary>
    public static BalancerSpec? ReadBalancer(MapReader root, string key, ComponentNames names)
    {
        if (root.Map(key) is not { } map) return null;
        var balancer = new BalancerSpec(
            names.ClaimOr(map, key, ComponentKind.Balancer),
            map.ReadOr("algorithm", Algorithm.RoundRobin, Notations.OneOf<Algorithm>()),
            map.Map("check", says: "the defaults of its keys") is { } check ? ReadCheck(check) : CloudCheck,
            map.ReadOr("drain", 300 * Second, Notations.Duration.Between(0, 3600 * Second)),
            map.ReadOr("connect-timeout", Second, Notations.Duration.Between(Nanoseconds.PerMillisecond, 60 * Second)),
            (int)map.ReadOr("rate-limit", 0, RateLimit))
        {
            OnClientAbort = key == "inner"
                ? OnClientAbort.Close
                : map.ReadOr("on-client-abort", OnClientAbort.Close, Notations.OneOf<OnClientAbort>()),
            Limits = new BalancerLimits(
                map.ReadOr("slow-start", 0, Notations.Duration.Between(0, 900 * Second)),
                map.ReadOr("connections", 0, Notations.Count.Between(1, 100_000).Or("endless", 0)),
                map.ReadOr("queue", BalancerLimits.None.Queue, Notations.Count.Between(0, Limits.Queue)),
                map.ReadOr(
                    "queue-timeout", BalancerLimits.None.QueueTimeoutNs,
                    Notations.Duration.Between(Nanoseconds.PerMillisecond, 600 * Second).Or("endless", 0)),
                map.ReadOr("shed", 0, Notations.Count.Between(1, Limits.PendingRequests).Or("none", 0))),
        };
        map.Close();
        return balancer;
    }

    private static HealthCheck ReadCheck(MapReader map)
    {
        var row = Notations.Count.Between(1, 10);
        var check = new HealthCheck(
            map.ReadOr("path", CloudCheck.Path, Notations.OneOf<CheckPath>()),
            map.ReadOr("interval", CloudCheck.IntervalNs, Notations.Duration.Between(Second, 300 * Second)),
            map.ReadOr("timeout", CloudCheck.TimeoutNs, Notations.Duration.Between(Second / 4, 60 * Second)),
            map.ReadOr("unhealthy-after", CloudCheck.UnhealthyAfter, row),
            map.ReadOr("healthy-after", CloudCheck.HealthyAfter, row));
        if (check.TimeoutNs >= check.IntervalNs)
            map.Reading.Add(
                map.At("timeout"), "impossible", "the timeout of a check should be shorter than its interval");
        map.Close();
        return check;
    }

    public static CacheSpec? ReadCache(MapReader root, ImmutableArray<RackSpec> racks, ComponentNames names)
    {
        if (root.Map("cache") is not { } map) return null;
        var cache = new CacheSpec(
            names.ClaimOr(map, "cache", ComponentKind.Cache),
            map.Read("rack", Notations.Reference("rack", [.. racks.Select(rack => rack.Id)]), ""),
            map.Read("capacity", Notations.Count.Between(0, Limits.CacheEntries), 0),
            map.Read("ttl", Notations.Duration.Between(Nanoseconds.PerMillisecond, 86_400 * Second), Second),
            map.ReadOr("lookup", UsualLookupNs, Lookup),
            map.ReadOr("jitter", 0, Notations.Share),
            map.ReadOr("single-flight", false, Notations.Flag),
            map.ReadOr("invalidate-on-write", false, Notations.Flag))
        {
            NanoDollarsPerHour = map.ReadOr("price", 0, Price),
            RevalidateNs = map.ReadOr("stale-while-revalidate", 0, Revalidate),
        };
        map.Close();
        return cache;
    }

    /// <summary>A cache may be added where there was one, or where a class says that it would use it.</summary>
    public static CacheOfferSpec? ReadCacheOffer(MapReader root, Scenario scenario, ComponentNames names)
    {
        var map = root.Map("cache-offer", says: "the defaults of its keys");
        var (own, usable) = (scenario.Cache, scenario.Cache is not null || scenario.Classes.Any(users => users.Cacheable));
        if (!usable && map is not null)
            root.Reading.Add(map.Node, "dangling",
                "a cache can be added only where a class is cached; give one 'cached: true', or the scenario a cache");
        var time = Notations.Duration.Between(Second / 4, 3600 * Second);
        var offer = new CacheOfferSpec(
            own?.Id ?? (usable ? names.Reserve(root, "cache") : "cache"),
            map?.ReadOr("price", UsualPrice(own), Price, "the cache's price; without one $0.60/h") ?? UsualPrice(own),
            map?.ReadOr("ready", scenario.Operations.BootNs, time, "operations.boot") ?? scenario.Operations.BootNs,
            map?.ReadOr("lookup", own?.LookupNs ?? UsualLookupNs, Lookup, "the cache's; without one 200us") ?? own?.LookupNs
                ?? UsualLookupNs);
        map?.Close();
        return usable ? offer : null;
    }

    private static long UsualPrice(CacheSpec? own) => own is { NanoDollarsPerHour: > 0 } ? own.NanoDollarsPerHour : BoughtPrice;
}
