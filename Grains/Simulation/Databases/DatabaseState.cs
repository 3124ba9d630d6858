using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Databases;

/// <summary>A database. SlowFactor: its work takes this many times as long until SlowEndsNs (1: healthy). Breaker: around the application's calls to it; null: none.</summary>
[GenerateSerializer, Immutable]
public sealed record DatabaseState(
    string Id,
    string Server,
    int MaxConnections,
    int Slots,
    double SlowFactor,
    long SlowEndsNs,
    BreakerSpec? Breaker = null);

/// <summary>What a database knows when it ticks.</summary>
[GenerateSerializer, Immutable]
public sealed record DatabaseInput(
    string Id, long NowNs, ImmutableArray<Command> Commands);

/// <summary>A database's last second; connections, slots and waiters are now.</summary>
[GenerateSerializer, Immutable]
public sealed record DatabaseTelemetry(
    string Id,
    int Connections,
    int BusySlots,
    int SlotQueue,
    int LockWaiters,
    int Arrived,
    int Completed,
    int Failed,
    Percentiles Latency);
