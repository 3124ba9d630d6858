namespace OpsGame.Simulation.Engine;

/// <summary>A distribution in milliseconds; all 0 where nothing was measured.</summary>
public sealed record QuantileReport(
    double MeanMs, double P50Ms, double P90Ms, double P95Ms, double P99Ms, double P999Ms, double MaxMs);
