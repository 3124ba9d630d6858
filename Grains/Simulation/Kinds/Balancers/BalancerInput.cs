using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers;

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
    bool ShakesHands = false) : IInput;
