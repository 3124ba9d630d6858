using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Caches;

/// <summary>A cache's policy.</summary>
/// <param name="Jitter">An entry lives TTL × (1 ± jitter).</param>
/// <param name="SingleFlight">One miss of a key goes on, the others wait for its answer.</param>
/// <param name="InvalidateOnWrite">A write drops its key.</param>
/// <param name="Cached">Classes whose reads look there first.</param>
/// <param name="Warming">Keys the warm-up under way was to load; 0: there is none.</param>
/// <param name="ReadyNs">It is being set up until then, and nobody asks it; 0: it serves.</param>
/// <param name="Leaving">Somebody has given it up in this tick.</param>
[GenerateSerializer, Immutable]
public sealed record CacheState(
    string Id,
    int Capacity,
    long TtlNs,
    double Jitter,
    bool SingleFlight,
    bool InvalidateOnWrite,
    ImmutableArray<string> Cached,
    int Warming = 0,
    long NanoDollarsPerHour = 0,
    long ReadyNs = 0,
    bool Leaving = false);

/// <summary>What a cache knows when it ticks.</summary>
/// <param name="Cacheable">Classes with reads that pass by there on their way to data.</param>
/// <param name="IsEdge">It is where users' connections end.</param>
[GenerateSerializer, Immutable]
public sealed record CacheInput(
    string Id, long NowNs, ImmutableArray<Command> Commands, CacheTelemetry Telemetry, ImmutableArray<string> Cacheable,
    bool IsEdge = false);

/// <summary>A cache's last second; Entries is now.</summary>
[GenerateSerializer, Immutable]
public sealed record CacheTelemetry(
    string Id,
    int Entries,
    int Hits,
    int Misses,
    int Evictions,
    WarmUpTelemetry? WarmUp = null);

/// <summary>The last warm-up there was: keys still to come, and what became of the others.</summary>
[GenerateSerializer, Immutable]
public sealed record WarmUpTelemetry(int Left, int Loaded, int Failed);
