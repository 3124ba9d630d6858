using MessagePack;

namespace OpsGame.Server.Wire.Terms;

/// <summary>Latency percentiles in milliseconds over the last second; 0 when nothing was answered.</summary>
[MessagePackObject]
public sealed record LatencyView(
    [property: Key("p50"), Exact(10, Figures = 2)] double P50,
    [property: Key("p95"), Exact(10, Figures = 2)] double P95,
    [property: Key("p99"), Exact(10, Figures = 2)] double P99);
