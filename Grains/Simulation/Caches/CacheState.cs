using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Caches;

/// <summary>A cache's policy.</summary>
/// <param name="Jitter">An entry lives TTL × (1 ± jitter).</param>
/// <param name="SingleFlight">One miss of a key goes on, the others wait for its answer.</param>
/// <param name="InvalidateOnWrite">A write drops its key.</param>
[GenerateSerializer, Immutable]
public sealed record CacheState(
    string Id,
    int Capacity,
    long TtlNs,
    double Jitter = 0,
    bool SingleFlight = false,
    bool InvalidateOnWrite = false);

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
