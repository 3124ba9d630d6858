using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Databases;

/// <summary>A database.</summary>
/// <param name="Server">The primary's.</param>
/// <param name="SlowFactor">Its work takes this many times as long until SlowEndsNs (1: healthy).</param>
/// <param name="PoolSize">Connections an application process keeps; 0: every call opens its own.</param>
/// <param name="Servers">Of all nodes.</param>
/// <param name="LagNs">A write is on the replicas after it, LagFactor times as late until LagEndsNs.</param>
/// <param name="Promoting">The replica that becomes primary at PromotesNs; empty: none.</param>
/// <param name="Copies">Replicas that do not have all data yet.</param>
/// <param name="Breaker">Around the application's calls to it; null: none.</param>
/// <param name="LockTimeoutNs">A write gives up waiting for a lock after it; 0: never. Likewise StatementTimeoutNs of every call in the
/// database, PoolTimeoutNs of a call that waits for a pooled connection.</param>
[GenerateSerializer, Immutable]
public sealed record DatabaseState(
    string Id,
    string Server,
    int MaxConnections,
    double SlowFactor,
    long SlowEndsNs,
    int PoolSize,
    ImmutableArray<string> Servers,
    long LagNs,
    double LagFactor,
    long LagEndsNs,
    string Promoting,
    long PromotesNs,
    ImmutableArray<ReplicaCopy> Copies,
    BreakerSpec? Breaker = null,
    long LockTimeoutNs = 0,
    long StatementTimeoutNs = 0,
    long PoolTimeoutNs = 0)
{

    /// <summary>As it is now.</summary>
    public long CurrentLagNs => (long)(LagNs * LagFactor);
}

/// <summary>A new replica copies the primary's data until EndsNs; 0: it cannot yet.</summary>
[GenerateSerializer, Immutable]
public sealed record ReplicaCopy(string Server, long EndsNs);

/// <summary>What a database knows when it ticks.</summary>
/// <param name="Sessions">Only while somebody wants to end one; else empty.</param>
[GenerateSerializer, Immutable]
public sealed record DatabaseInput(
    string Id, long NowNs, ImmutableArray<Command> Commands, DatabaseTelemetry Telemetry, DatabaseContext Context,
    ImmutableArray<DatabaseSession> Sessions);

/// <summary>A transaction that is in the database now.</summary>
/// <param name="Slot">Of its request; with Life it names it for ever.</param>
/// <param name="Waiters">Transactions that wait for a lock it holds.</param>
/// <param name="Waits">It waits for a lock itself.</param>
[GenerateSerializer, Immutable]
public sealed record DatabaseSession(int Slot, int Life, string Class, long SinceNs, int Waiters, bool Waits);

/// <summary>The scenario's durations, as a database needs them. DetectNs −1: nobody but an operator gives a primary up.</summary>
[GenerateSerializer, Immutable]
public sealed record DatabaseContext(long DetectNs, long PromoteNs, long CopyNs);

/// <summary>A database's last second, of its primary; connections, slots and waiters are now.</summary>
/// <param name="Deadlocks">Ended in the last second.</param>
/// <param name="LostNs">When the primary was lost; −1: it was not.</param>
/// <param name="UnreplicatedWrites">Committed transactions no replica has; of a lost primary: had when it was lost.</param>
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
    ImmutableArray<DatabaseNodeTelemetry> Nodes);

/// <summary>A node's last second; Connections (with IdleConnections of pools), slots and WarmKeys (in its buffer) are now.</summary>
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
