namespace OpsGame.Simulation;

/// <summary>Latency percentiles in nanoseconds; 0 where nothing was measured.</summary>
[GenerateSerializer, Immutable]
public readonly record struct Percentiles([property: Id(0)] long P50, [property: Id(1)] long P95, [property: Id(2)] long P99);
