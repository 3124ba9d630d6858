using System.Collections.Immutable;
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
    [property: Id(0)] CheckPath Path,
    [property: Id(1)] long IntervalNs,
    [property: Id(2)] long TimeoutNs,
    [property: Id(3)] int UnhealthyAfter,
    [property: Id(4)] int HealthyAfter);

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
    [property: Id(0)] string Server,
    [property: Id(1)] Attachment Attachment,
    [property: Id(2)] TargetHealth Health,
    [property: Id(3)] int OkInRow,
    [property: Id(4)] int FailedInRow,
    [property: Id(5)] long NextProbeNs,
    [property: Id(6)] ProbeResult LastProbe,
    [property: Id(7)] long LastProbeTookNs,
    [property: Id(8)] long DrainEndsNs);

/// <summary>A balancer. FailOpen: no target is healthy, so all attached ones get requests.</summary>
[GenerateSerializer, Immutable]
public sealed record BalancerState(
    [property: Id(0)] string Id,
    [property: Id(1)] Algorithm Algorithm,
    [property: Id(2)] HealthCheck Check,
    [property: Id(3)] long DrainNs,
    [property: Id(4)] bool FailOpen,
    [property: Id(5)] ImmutableArray<TargetState> Targets);

/// <summary>What a balancer knows when it ticks. Servers: every server that could be a target, by id.</summary>
[GenerateSerializer, Immutable]
public sealed record BalancerInput(
    [property: Id(0)] string Id,
    [property: Id(1)] long NowNs,
    [property: Id(2)] ImmutableArray<Command> Commands,
    [property: Id(3)] BalancerTelemetry Telemetry,
    [property: Id(4)] ImmutableArray<ServerCondition> Servers);

/// <summary>What others may see of a server.</summary>
[GenerateSerializer, Immutable]
public sealed record ServerCondition(
    [property: Id(0)] string Id, [property: Id(1)] Lifecycle Lifecycle, [property: Id(2)] string Version, [property: Id(3)] bool IsTarget);

/// <summary>A balancer's last second. Probes: finished in this tick.</summary>
[GenerateSerializer, Immutable]
public sealed record BalancerTelemetry(
    [property: Id(0)] string Id,
    [property: Id(1)] int Arrived,
    [property: Id(2)] int Completed,
    [property: Id(3)] int Failed,
    [property: Id(4)] Percentiles Latency,
    [property: Id(5)] ImmutableArray<TargetTelemetry> Targets,
    [property: Id(6)] ImmutableArray<Probe> Probes);

[GenerateSerializer, Immutable]
public sealed record TargetTelemetry(
    [property: Id(0)] string Server, [property: Id(1)] int Outstanding, [property: Id(2)] int Arrived);

[GenerateSerializer, Immutable]
public sealed record Probe([property: Id(0)] string Server, [property: Id(1)] ProbeResult Result, [property: Id(2)] long TookNs);
