using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Caches;

/// <summary>A cache's policy.</summary>
/// <param name="Jitter">An entry lives TTL × (1 ± jitter).</param>
/// <param name="SingleFlight">One miss of a key goes on, the others wait for its answer.</param>
/// <param name="InvalidateOnWrite">A write drops its key.</param>
/// <param name="Edge">Near the users: it hears of no writes and holds nobody back.</param>
[GenerateSerializer, Immutable]
public sealed record CacheState(
    string Id,
    int Capacity,
    long TtlNs,
    double Jitter = 0,
    bool SingleFlight = false,
    bool InvalidateOnWrite = false,
    bool Edge = false)
{
    internal static CacheState Of(CacheSpec spec, bool edge) =>
        new(spec.Id, spec.Capacity, spec.TtlNs, spec.Jitter, spec.SingleFlight, spec.InvalidateOnWrite, edge);
}

/// <summary>What a cache knows when it ticks.</summary>
[GenerateSerializer, Immutable]
public sealed record CacheInput(
    string Id, long NowNs, ImmutableArray<Command> Commands);

/// <summary>A cache's last second; Entries is now.</summary>
[GenerateSerializer, Immutable]
public sealed record CacheTelemetry(
    string Id,
    int Entries,
    int Hits,
    int Misses,
    int Evictions);
