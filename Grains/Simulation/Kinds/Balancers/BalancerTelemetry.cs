using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>
/// A balancer's last second. Probes: finished in this tick. Queue: requests that wait now for a target with room.
/// </summary>
/// <param name="Retries">Requests it sent on once more.</param>
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
    int Queue = 0,
    int Retries = 0) : ITelemetry
{
    /// <summary>Under way to a target.</summary>
    internal int RequestsAt(string server) => Targets.FirstOrDefault(target => target.Server == server)?.Outstanding ?? 0;
}

/// <param name="Outstanding">Requests, and long-lived connections.</param>
/// <param name="Failed">Of what was sent to it in the last second and before, what failed there.</param>
/// <param name="Tripped">In this tick so much failed that it should be ejected.</param>
/// <param name="Sessions">Cookies that name it and are good.</param>
/// <param name="Connections">Long-lived ones that lead to it.</param>
[GenerateSerializer, Immutable]
public sealed record TargetTelemetry(
    string Server, int Outstanding, int Arrived, int Failed = 0, bool Tripped = false, int Sessions = 0,
    int Connections = 0);

[GenerateSerializer, Immutable]
public sealed record Probe(string Server, ProbeResult Result, long TookNs);
