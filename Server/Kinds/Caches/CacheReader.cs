using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Caches;

/// <summary>The cache beside the application, the one near the users, and what another one would cost.</summary>
internal static class CacheReader
{
    private const long Second = Nanoseconds.PerSecond;

    private const long UsualLookupNs = 200_000;

    /// <summary>An hour of a cache somebody adds: half of what the library's small server costs.</summary>
    private const long BoughtPrice = 600_000_000;

    private static readonly Notation<long> Lookup = Notations.Duration.Between(0, Second);
    private static readonly Notation<long> Revalidate = Notations.Duration.Between(0, 86_400 * Second);
    private static readonly Notation<long> Price = Notations.Price.Between(0, 1000 * Second);

    /// <summary>Between two places on the way from the users to the origin.</summary>
    private static readonly Notation<long> Delay = Notations.Duration.Between(0, 10 * Second);

    public static EdgeSpec? ReadEdge(MapReader root, ComponentNames names)
    {
        if (root.Map("edge") is not { } map) return null;
        var edge = new EdgeSpec(
            new CacheSpec(
                names.ClaimOr(map, "edge", CacheState.Kind), "",
                map.Read("capacity", Settable.Count("resize-cache", "capacity"), 0),
                map.Read("ttl", Settable.Duration("set-ttl", "seconds"), Second),
                map.ReadOr("lookup", 200_000, Notations.Duration.Between(0, Second)),
                map.ReadOr("jitter", 0, Settable.Number("set-jitter", "jitter")),
                map.ReadOr("single-flight", false, Notations.Flag),
                map.ReadOr("invalidate-on-write", false, Notations.Flag))
            {
                RevalidateNs = map.ReadOr("stale-while-revalidate", 0, Revalidate),
            },
            map.ReadOr("user", 5 * Nanoseconds.PerMillisecond, Delay),
            map.ReadOr("origin", 10 * Nanoseconds.PerMillisecond, Delay));
        map.Close();
        return edge;
    }

    public static CacheSpec? Read(MapReader root, ImmutableArray<RackSpec> racks, ComponentNames names)
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
    public static CacheOfferSpec? ReadOffer(MapReader root, Scenario scenario, ComponentNames names)
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
