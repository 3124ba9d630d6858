using MessagePack;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Kinds.Databases;

namespace OpsGame.Server.Kinds.Databases;

/// <summary>
/// A database: what its primary does, its limits, and all its nodes. MaxConnections holds for each node, Slots for the primary.
/// </summary>
/// <param name="Server">The primary's.</param>
/// <param name="LockWaiters">Requests waiting for a row lock.</param>
/// <param name="PoolSize">Connections an application process keeps; 0: every call opens its own.</param>
/// <param name="LockTimeoutSeconds">0: never; likewise StatementTimeoutSeconds and PoolTimeoutSeconds.</param>
/// <param name="LagMs">Replication lag: how long after its commit a write reaches the replicas.</param>
/// <param name="Promoting">The replica that becomes primary at PromotesMs; empty: none.</param>
/// <param name="ReplicaReads">Some reads go to the replicas, in turn.</param>
/// <param name="Alter">What the ALTER of a table does; none: there is none. TableWaiters: requests that wait behind it.</param>
/// <param name="UnreplicatedWrites">Committed transactions no replica has yet.</param>
[MessagePackObject]
public sealed record DatabaseView(
    [property: Key("id")] string Id,
    [property: Key("server")] string Server,
    [property: Key("connections")] int Connections,
    [property: Key("maxConnections")] int MaxConnections,
    [property: Key("slots")] int Slots,
    [property: Key("busySlots")] int BusySlots,
    [property: Key("slotQueue")] int SlotQueue,
    [property: Key("lockWaiters")] int LockWaiters,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("errorsPerSecond")] double ErrorsPerSecond,
    [property: Key("latency")] LatencyView Latency,
    [property: Key("deadlocksPerSecond")] double DeadlocksPerSecond,
    [property: Key("poolSize")] int PoolSize,
    [property: Key("lockTimeoutSeconds")] double LockTimeoutSeconds,
    [property: Key("statementTimeoutSeconds")] double StatementTimeoutSeconds,
    [property: Key("poolTimeoutSeconds")] double PoolTimeoutSeconds,
    [property: Key("lagMs")] double LagMs,
    [property: Key("promoting")] string Promoting,
    [property: Key("promotesMs")] double PromotesMs,
    [property: Key("replicaReads")] bool ReplicaReads,
    [property: Key("unreplicatedWrites")] int UnreplicatedWrites,
    [property: Key("alter"), OneOf("none", "waiting", "working", "resting")] string Alter,
    [property: Key("tableWaiters")] int TableWaiters,
    [property: Key("pooler")] PoolerView? Pooler,
    [property: Key("nodes")] DatabaseNodeView[] Nodes);

/// <summary>
/// A pooler in front of the primary: Busy of Connections to it are in use, Clients of MostClients are connected, and Waiting
/// calls want one more.
/// </summary>
[MessagePackObject]
public sealed record PoolerView(
    [property: Key("mode"), OneOf(typeof(PoolerMode))] string Mode,
    [property: Key("connections")] int Connections,
    [property: Key("busy")] int Busy,
    [property: Key("mostClients")] int MostClients,
    [property: Key("clients")] int Clients,
    [property: Key("waiting")] int Waiting);

/// <summary>A node of a database. IdleConnections: of pools, among Connections.</summary>
/// <param name="WarmKeys">Keys in its buffer: what it reads without its disk.</param>
/// <param name="Copying">A new replica that does not answer yet; CopiedMs: simulated time at which it has all data, 0: it waits
/// to begin.</param>
[MessagePackObject]
public sealed record DatabaseNodeView(
    [property: Key("server")] string Server,
    [property: Key("up")] bool Up,
    [property: Key("connections")] int Connections,
    [property: Key("idleConnections")] int IdleConnections,
    [property: Key("slots")] int Slots,
    [property: Key("busySlots")] int BusySlots,
    [property: Key("slotQueue")] int SlotQueue,
    [property: Key("warmKeys")] int WarmKeys,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("errorsPerSecond")] double ErrorsPerSecond,
    [property: Key("latency")] LatencyView Latency,
    [property: Key("copying")] bool Copying,
    [property: Key("copiedMs")] double CopiedMs);
