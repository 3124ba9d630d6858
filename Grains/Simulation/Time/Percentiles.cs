namespace OpsGame.Simulation.Time;

/// <summary>Latency percentiles in nanoseconds; 0 where nothing was measured.</summary>
[GenerateSerializer, Immutable]
public readonly record struct Percentiles(long P50, long P95, long P99);
