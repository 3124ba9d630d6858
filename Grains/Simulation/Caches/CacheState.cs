using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Caches;

[GenerateSerializer, Immutable]
public sealed record CacheState(string Id, int Capacity, long TtlNs);

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
