using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches;

/// <summary>A cache's last second; Entries is now.</summary>
[GenerateSerializer, Immutable]
public sealed record CacheTelemetry(
    string Id,
    int Entries,
    int Hits,
    int Misses,
    int Evictions,
    WarmUpTelemetry? WarmUp = null) : ITelemetry;

/// <summary>The last warm-up there was: keys still to come, and what became of the others.</summary>
[GenerateSerializer, Immutable]
public sealed record WarmUpTelemetry(int Left, int Loaded, int Failed);
