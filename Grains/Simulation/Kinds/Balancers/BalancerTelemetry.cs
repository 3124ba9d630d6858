using System.Collections.Immutable;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>
/// A balancer's last second. Probes: finished in this tick. Queue: requests that wait now for a target with room.
/// </summary>
/// <param name="Handshakes">Done for users' connections; TlsQueue of them wait now, TlsBusy cores work on one.</param>
[GenerateSerializer, Immutable]
public sealed record BalancerTelemetry(
    string Id,
    int Arrived,
    int Completed,
    int Failed,
    Percentiles Latency,
    ImmutableArray<TargetTelemetry> Targets,
    ImmutableArray<Probe> Probes,
    int Handshakes = 0,
    int TlsQueue = 0,
    int TlsBusy = 0,
    int Queue = 0);

[GenerateSerializer, Immutable]
public sealed record TargetTelemetry(
    string Server, int Outstanding, int Arrived);

[GenerateSerializer, Immutable]
public sealed record Probe(string Server, ProbeResult Result, long TookNs);
