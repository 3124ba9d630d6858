using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Alerts;

/// <summary>
/// What the monitors look at, once a simulated second. TargetNs: each class's target T. Certificates: that are
/// served. JobTargetNs: the shortest of the jobs.
/// </summary>
public sealed record Signals(
    ImmutableArray<ClassTelemetry> Classes,
    ImmutableArray<ServerState> Servers,
    ImmutableArray<ServerTelemetry> ServerTelemetry,
    ImmutableArray<BalancerState> Balancers,
    ImmutableArray<DatabaseState> Databases,
    ImmutableArray<DatabaseTelemetry> DatabaseTelemetry,
    ImmutableDictionary<string, long> TargetNs,
    ImmutableArray<CertificateState> Certificates,
    ImmutableArray<QueueTelemetry> Queues,
    long JobTargetNs,
    long NowNs);

/// <summary>A monitor's finding: something is not as it should be, now.</summary>
public sealed record Finding(string Code, string Component, bool Critical, ImmutableArray<string> Args);
