using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches;

/// <summary>What a cache knows when it ticks.</summary>
/// <param name="Cacheable">Classes with reads that pass by there on their way to data.</param>
/// <param name="IsEdge">It is where users' connections end.</param>
[GenerateSerializer, Immutable]
public sealed record CacheInput(
    string Id, long NowNs, ImmutableArray<Command> Commands, CacheTelemetry Telemetry, ImmutableArray<string> Cacheable,
    bool IsEdge = false) : IInput;
