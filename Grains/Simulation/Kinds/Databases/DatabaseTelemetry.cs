using System.Collections.Immutable;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>A database's last second, of its primary; connections, slots and waiters are now.</summary>
/// <param name="Deadlocks">Ended in the last second.</param>
/// <param name="LostNs">When the primary was lost; −1: it was not.</param>
/// <param name="UnreplicatedWrites">Committed transactions no replica has; of a lost primary: had when it was lost.</param>
/// <param name="PoolBusy">Pooled connections in use, of all processes; PoolWaiting: calls that wait for one.</param>
[GenerateSerializer, Immutable]
public sealed record DatabaseTelemetry(
    string Id,
    int Connections,
    int Slots,
    int BusySlots,
    int SlotQueue,
    int LockWaiters,
    int Arrived,
    int Completed,
    int Failed,
    Percentiles Latency,
    int Deadlocks,
    long LostNs,
    int UnreplicatedWrites,
    ImmutableArray<DatabaseNodeTelemetry> Nodes,
    int PoolBusy = 0,
    int PoolWaiting = 0);

/// <summary>
/// A node's last second; Connections (with IdleConnections of pools), slots and WarmKeys (in its buffer) are now.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record DatabaseNodeTelemetry(
    string Server,
    bool Up,
    int Connections,
    int IdleConnections,
    int Slots,
    int BusySlots,
    int SlotQueue,
    int WarmKeys,
    int Arrived,
    int Completed,
    int Failed,
    Percentiles Latency);
