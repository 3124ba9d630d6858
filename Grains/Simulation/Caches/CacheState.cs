using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Caches;

[GenerateSerializer, Immutable]
public sealed record CacheState([property: Id(0)] string Id, [property: Id(1)] int Capacity, [property: Id(2)] long TtlNs);

/// <summary>What a cache knows when it ticks.</summary>
[GenerateSerializer, Immutable]
public sealed record CacheInput(
    [property: Id(0)] string Id, [property: Id(1)] long NowNs, [property: Id(2)] ImmutableArray<Command> Commands);

/// <summary>A cache's last second; Entries is now.</summary>
[GenerateSerializer, Immutable]
public sealed record CacheTelemetry(
    [property: Id(0)] string Id,
    [property: Id(1)] int Entries,
    [property: Id(2)] int Hits,
    [property: Id(3)] int Misses,
    [property: Id(4)] int Evictions);
