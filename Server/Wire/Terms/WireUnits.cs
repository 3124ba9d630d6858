using OpsGame.Simulation.Time;

namespace OpsGame.Server.Wire.Terms;

/// <summary>The simulation's units → the wire's: milliseconds, seconds, dollars, shares of one.</summary>
internal static class WireUnits
{
    private const double NanoDollars = 1e9;

    /// <summary>To a microsecond: enough to draw, short enough to read.</summary>
    public static double Ms(long ns) => Math.Round(Nanoseconds.ToMilliseconds(ns), 3);

    public static double Seconds(long ns) => Nanoseconds.ToSeconds(ns);

    public static double Dollars(long nanoDollars) => Math.Round(nanoDollars / NanoDollars, 6);

    public static double Share(double share) => Math.Round(share, 4);

    public static LatencyView Latency(Percentiles latency) => new(Ms(latency.P50), Ms(latency.P95), Ms(latency.P99));

    /// <summary>The one before, if it says the same.</summary>
    public static LatencyView Latency(Percentiles latency, LatencyView before)
    {
        var (p50, p95, p99) = (Ms(latency.P50), Ms(latency.P95), Ms(latency.P99));
        return before.P50 == p50 && before.P95 == p95 && before.P99 == p99 ? before : new LatencyView(p50, p95, p99);
    }

    public static string? OrNull(string text) => text.Length == 0 ? null : text;
}
