using System.Collections.Immutable;
using OpsGame.Simulation.Certificates;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Balancers;

public enum Algorithm
{
    RoundRobin,
    LeastOutstanding,
    Random,
    TwoChoices,
}

public enum CheckPath
{
    /// <summary>The web server answers alone.</summary>
    Shallow,

    /// <summary>Through web and application server to the database.</summary>
    Deep,
}

/// <summary>Defaults: shallow, every 30 s, timeout 5 s, 2 failures out, 5 successes in.</summary>
[GenerateSerializer, Immutable]
public sealed record HealthCheck(
    CheckPath Path,
    long IntervalNs,
    long TimeoutNs,
    int UnhealthyAfter,
    int HealthyAfter);

public enum TargetHealth
{
    /// <summary>New: its first good probe makes it healthy.</summary>
    Initial,
    Healthy,
    Unhealthy,
}

public enum Attachment
{
    Attached,

    /// <summary>Gets no new requests; what it has may finish until the deregistration delay is over.</summary>
    Draining,
    Detached,
}

public enum ProbeResult
{
    None,
    Ok,
    Failed,
    Timeout,
}

[GenerateSerializer, Immutable]
public sealed record TargetState(
    string Server,
    Attachment Attachment,
    TargetHealth Health,
    int OkInRow,
    int FailedInRow,
    long NextProbeNs,
    ProbeResult LastProbe,
    long LastProbeTookNs,
    long DrainEndsNs,
    int Weight = 1);

/// <summary>What a balancer bounds; by default nothing.</summary>
/// <param name="SlowStartNs">A target that becomes healthy climbs linearly to its weight over it (nginx slow_start), up to 900 s; 0: at once.</param>
/// <param name="Connections">Requests a target may have (HAProxy maxconn), up to 100 000; 0: any number.</param>
/// <param name="Queue">Requests that may wait for a target with room, up to 200 000; beyond it they are answered 503; default 1000.</param>
/// <param name="QueueTimeoutNs">A waiting one is answered 503 after it (HAProxy timeout queue); 0: never; default 5 s.</param>
/// <param name="Shed">Requests inside from which on the least important classes are answered 503; 0: never.</param>
[GenerateSerializer, Immutable]
public sealed record BalancerLimits(long SlowStartNs, int Connections, int Queue, long QueueTimeoutNs, int Shed)
{
    public static readonly BalancerLimits None = new(0, 0, 1_000, 5 * Nanoseconds.PerSecond, 0);
}

/// <summary>A balancer. FailOpen: no target is healthy, so all attached ones get requests.</summary>
/// <param name="Blocked">Sources whose requests it turns away at once.</param>
/// <param name="HandshakeLimit">New connections a second it takes; 0: all.</param>
/// <param name="DownUntilNs">Its process restarts; 0: it runs.</param>
/// <param name="Certificate">Its listener shows in new handshakes; empty: users' TLS does not end at it, or nobody checks any.</param>
[GenerateSerializer, Immutable]
public sealed record BalancerState(
    string Id,
    Algorithm Algorithm,
    HealthCheck Check,
    long DrainNs,
    bool FailOpen,
    ImmutableArray<TargetState> Targets,
    int RateLimit,
    BalancerLimits Limits,
    ImmutableArray<string> Blocked,
    int HandshakeLimit = 0,
    long DownUntilNs = 0,
    string Certificate = "");

/// <summary>What a balancer knows when it ticks. Servers: every server that could be a target, by id.</summary>
/// <param name="Certificates">It may serve.</param>
/// <param name="ShakesHands">Users' TLS ends at it.</param>
[GenerateSerializer, Immutable]
public sealed record BalancerInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    BalancerTelemetry Telemetry,
    ImmutableArray<ServerCondition> Servers,
    ImmutableArray<CertificateState> Certificates,
    long RestartNs = 0,
    bool ShakesHands = false);

/// <summary>What others may see of a server.</summary>
/// <param name="IsTarget">It works on users' requests.</param>
/// <param name="Balancer">Whose target it may be; empty: nobody's.</param>
/// <param name="Leaving">It is being removed.</param>
[GenerateSerializer, Immutable]
public sealed record ServerCondition(
    string Id, Lifecycle Lifecycle, string Version, bool IsTarget, string Balancer = "", bool Leaving = false);

/// <summary>A balancer's last second. Probes: finished in this tick. Queue: requests that wait now for a target with room.</summary>
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
