using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Databases;

/// <summary>A database. SlowFactor: its work takes this many times as long until SlowEndsNs (1: healthy).</summary>
[GenerateSerializer, Immutable]
public sealed record DatabaseState(
    [property: Id(0)] string Id,
    [property: Id(1)] string Server,
    [property: Id(2)] int MaxConnections,
    [property: Id(3)] int Slots,
    [property: Id(4)] double SlowFactor,
    [property: Id(5)] long SlowEndsNs);

/// <summary>What a database knows when it ticks.</summary>
[GenerateSerializer, Immutable]
public sealed record DatabaseInput(
    [property: Id(0)] string Id, [property: Id(1)] long NowNs, [property: Id(2)] ImmutableArray<Command> Commands);

/// <summary>A database's last second; connections, slots and waiters are now.</summary>
[GenerateSerializer, Immutable]
public sealed record DatabaseTelemetry(
    [property: Id(0)] string Id,
    [property: Id(1)] int Connections,
    [property: Id(2)] int BusySlots,
    [property: Id(3)] int SlotQueue,
    [property: Id(4)] int LockWaiters,
    [property: Id(5)] int Arrived,
    [property: Id(6)] int Completed,
    [property: Id(7)] int Failed,
    [property: Id(8)] Percentiles Latency);
