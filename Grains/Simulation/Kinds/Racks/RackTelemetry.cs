namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>A rack's uplink in the last second: share of it each direction was busy, and the mean wait for it.</summary>
[GenerateSerializer, Immutable]
public sealed record RackTelemetry(string Id, double UpShare, double DownShare, long UpWaitNs, long DownWaitNs);
