using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>
/// A request class's last second. Rates count requests, not attempts; Latency is of answered ones, from the first attempt;
/// Within counts those within the target.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record ClassTelemetry(
    string Id,
    int Offered,
    int Answered,
    int Failed,
    Percentiles Latency,
    int Within = 0);
