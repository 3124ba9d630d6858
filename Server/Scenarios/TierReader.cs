using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>The components there is at most one of: balancer and cache; the database has a reader of its own.</summary>
internal static class TierReader
{
    private const long Second = Nanoseconds.PerSecond;

    private const long UsualLookupNs = 200_000;

    /// <summary>An hour of a cache somebody adds: half of what the library's small server costs.</summary>
    private const long BoughtPrice = 600_000_000;

    private static readonly Notation<long> Lookup = Notations.Duration.Between(0, Second);
    /// <summary>Of a cache's stale-while-revalidate.</summary>
    internal static readonly Notation<long> Revalidate = Notations.Duration.Between(0, 86_400 * Second);
    private static readonly Notation<long> Price = Notations.Price.Between(0, 1000 * Second);

    /// <summary>The cloud's defaults: slow to notice, slow to let go.</summary>
    private static readonly HealthCheck CloudCheck = new(CheckPath.Shallow, 30 * Second, 5 * Second, 2, 5);

    /// <summary>The outer one, or the inner one between web and application servers.</summary>
    public static BalancerSpec? ReadBalancer(
        MapReader root, string key, ImmutableArray<ServerSpec> servers, ComponentNames names)
    {
        if (root.Map(key) is not { } map) return null;
        var balancer = new BalancerSpec(
            names.ClaimOr(map, key, BalancerState.Kind),
            map.ReadOr("algorithm", Algorithm.RoundRobin, Notations.OneOf<Algorithm>()),
            map.Map("check", says: "the defaults of its keys") is { } check ? ReadCheck(check) : CloudCheck,
            map.ReadOr("drain", 300 * Second, Settable.Duration("set-drain-time", "seconds")),
            map.ReadOr("connect-timeout", Second, Notations.Duration.Between(Nanoseconds.PerMillisecond, 60 * Second)),
            (int)map.ReadOr("rate-limit", 0, Settable.Rate("set-rate-limit", "limit", "none")))
        {
            OnClientAbort = key == "inner"
                ? OnClientAbort.Close
                : map.ReadOr("on-client-abort", OnClientAbort.Close, Notations.OneOf<OnClientAbort>()),
            EndpointLagNs = map.ReadOr(
                "endpoint-lag",
                servers.Any(server => server.Checks?.Readiness is not null) ? 0 : BalancerState.Deaf,
                Settable.Duration("set-endpoint-lag", "seconds").Or("none", BalancerState.Deaf),
                "0s where a server has a readiness check, otherwise none"),
            Limits = new BalancerLimits(
                map.ReadOr("slow-start", 0, Settable.Duration("set-slow-start", "seconds")),
                map.ReadOr("connections", 0, Settable.Count("set-connection-limit", "connections", "endless")),
                map.ReadOr("queue", BalancerLimits.None.Queue, Settable.Count("set-connection-limit", "queue")),
                map.ReadOr(
                    "queue-timeout", BalancerLimits.None.QueueTimeoutNs,
                    Settable.Duration("set-connection-limit", "timeout", "endless")),
                map.ReadOr("shed", 0, Settable.Count("set-load-shedding", "outstanding", "none"))),
            Forwarding = ForwardingReader.Read(map),
            WhenNoneHealthy = map.ReadOr(
                "when-none-healthy", WhenNoneHealthy.FailOpen, Notations.OneOf<WhenNoneHealthy>()),
            Panic = map.ReadOr("panic", 0, Notations.Share),
        };
        map.Close();
        return balancer;
    }

    private static HealthCheck ReadCheck(MapReader map)
    {
        const string action = "set-health-check";
        var check = new HealthCheck(
            map.ReadOr("path", CloudCheck.Path, Notations.OneOf<CheckPath>()),
            map.ReadOr("interval", CloudCheck.IntervalNs, Settable.Duration(action, "interval")),
            map.ReadOr("timeout", CloudCheck.TimeoutNs, Settable.Duration(action, "timeout")),
            map.ReadOr("unhealthy-after", CloudCheck.UnhealthyAfter, Settable.Count(action, "unhealthyAfter")),
            map.ReadOr("healthy-after", CloudCheck.HealthyAfter, Settable.Count(action, "healthyAfter")));
        if (!check.EndsInTime)
            map.Reading.Add(
                map.At("timeout"), "impossible", "the timeout of a check should be shorter than its interval");
        map.Close();
        return check;
    }

    public static CacheSpec? ReadCache(MapReader root, ImmutableArray<RackSpec> racks, ComponentNames names)
    {
        if (root.Map("cache") is not { } map) return null;
        var cache = new CacheSpec(
            names.ClaimOr(map, "cache", CacheState.Kind),
            map.Read("rack", Notations.Reference("rack", [.. racks.Select(rack => rack.Id)]), ""),
            map.Read("capacity", Settable.Count("resize-cache", "capacity"), 0),
            map.Read("ttl", Settable.Duration("set-ttl", "seconds"), Second),
            map.ReadOr("lookup", UsualLookupNs, Lookup),
            map.ReadOr("jitter", 0, Settable.Number("set-jitter", "jitter")),
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
