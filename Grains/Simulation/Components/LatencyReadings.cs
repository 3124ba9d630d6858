using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Components;

public static class LatencyReadings
{
    public static Reading[] Of(Percentiles latency) =>
    [
        new("p50", Nanoseconds.ToMilliseconds(latency.P50)), new("p95", Nanoseconds.ToMilliseconds(latency.P95)),
        new("p99", Nanoseconds.ToMilliseconds(latency.P99)),
    ];
}
