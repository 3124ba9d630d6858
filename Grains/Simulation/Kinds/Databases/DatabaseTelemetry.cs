using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>A database's last second, of its primary; connections, slots and waiters are now.</summary>
/// <param name="Deadlocks">Ended in the last second.</param>
/// <param name="LostNs">When the primary was lost; −1: it was not.</param>
/// <param name="UnreplicatedWrites">Committed transactions no replica has; of a lost primary: had when it was lost.</param>
/// <param name="TableWaiters">Transactions that wait for their table behind an ALTER.</param>
/// <param name="PoolerClients">Connections to the primary's pooler; PoolerBusy: its own in use; PoolerWaiting: calls that
/// wait for one.</param>
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
    AlterTelemetry Alter,
    int PoolBusy = 0,
    int PoolWaiting = 0,
    int TableWaiters = 0,
    int PoolerClients = 0,
    int PoolerBusy = 0,
    int PoolerWaiting = 0) : ITelemetry
{
}

/// <summary>The last ALTER there was, by its number (0: none), and how often it has asked for the table's lock.</summary>
[GenerateSerializer, Immutable]
public sealed record AlterTelemetry(int Number, AlterPhase Phase, int Tries);

/// <summary>What an ALTER of a table does.</summary>
public enum AlterPhase
{
    None,

    /// <summary>For the table's lock; everybody who comes later waits behind it.</summary>
    Waiting,

    /// <summary>It has the table alone.</summary>
    Working,

    /// <summary>It gave up waiting, and will ask again.</summary>
    Resting,

    /// <summary>The table is altered.</summary>
    Done,

    /// <summary>Its session ended before: the primary was lost.</summary>
    Lost,

    /// <summary>Somebody took it back.</summary>
    Cancelled,
}

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
