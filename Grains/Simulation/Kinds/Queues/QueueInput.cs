using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues;

/// <summary>What a queue knows when it ticks.</summary>
[GenerateSerializer, Immutable]
public sealed record QueueInput(string Id, long NowNs, ImmutableArray<Command> Commands, QueueTelemetry Telemetry) : IInput;
