using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>A rack's uplink in the last second: share of it each direction was busy, and how much longer
/// than over an idle one messages took, in the mean.</summary>
[GenerateSerializer, Immutable]
public sealed record RackTelemetry(string Id, double UpShare, double DownShare, long UpWaitNs, long DownWaitNs) : ITelemetry;
