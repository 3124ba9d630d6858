using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>The database; its nodes live on servers with the db role. Connections and slots are of each node.</summary>
/// <param name="Server">The primary's at the start.</param>
/// <param name="MaxConnections">Beyond it refused at once; default 100.</param>
/// <param name="Slots">Transactions that work at one time; default the cores of its server.</param>
/// <param name="LockTimeoutNs">A write gives up waiting for its row's lock after it; 0: never.</param>
/// <param name="PoolSize">Connections an application process opens when it starts and keeps; its other calls queue. 0: no pool,
/// every call its own.</param>
/// <param name="PoolTimeoutNs">A call gives up waiting for a pooled connection after it; 0: never.</param>
/// <param name="DeadlockNs">A transaction that has waited so long for a lock looks for a deadlock and is its victim; 0: at once,
/// −1: nobody looks. Default 1 s (PostgreSQL's deadlock_timeout).</param>
/// <param name="StatementTimeoutNs">A call that is in the database for longer is cancelled there; 0: never.</param>
/// <param name="ColdReadNs">What the first touch of a key after a node's start takes on its disk; later ones find it in the
/// buffer, which holds everything. 0: no time.</param>
/// <param name="Replicas">Servers of further nodes, which follow the primary.</param>
/// <param name="LagNs">A committed write is on the replicas after it; default 100 ms.</param>
public sealed record DatabaseSpec(
    string Id, string Server, int MaxConnections, int Slots, long LockTimeoutNs = 0, int PoolSize = 0, long PoolTimeoutNs = 0,
    long DeadlockNs = Nanoseconds.PerSecond, long StatementTimeoutNs = 0, long ColdReadNs = 0,
    ImmutableArray<string> Replicas = default,
    long LagNs = 100 * Nanoseconds.PerMillisecond, FailoverSpec? Failover = null)
{
    /// <summary>Around every application role's calls to it; null: none.</summary>
    public BreakerSpec? Breaker { get; init; }

    /// <summary>In front of every node; null: there is none.</summary>
    public PoolerSpec? Pooler { get; init; }

    /// <summary>
    /// How long an application waits for a node that does not answer at all; default 3 s (Linux's first SYN retries).
    /// </summary>
    public long ConnectTimeoutNs { get; init; } = 3 * Nanoseconds.PerSecond;

    /// <summary>How long a new replica copies the data before it follows, 0 – 3600 s; default 60 s: 7 GB that pg_basebackup
    /// streams over 1 Gbit/s.</summary>
    public long ReplicaCopyNs { get; init; } = 60 * Nanoseconds.PerSecond;

    /// <summary>Of all nodes, the primary's first.</summary>
    public IEnumerable<string> Servers => Replicas.IsDefault ? [Server] : [Server, .. Replicas];
}

/// <summary>How a replica takes the place of a primary that is gone.</summary>
/// <param name="DetectNs">A primary gone for so long is given up; −1: only an operator does. Default 30 s (Patroni's ttl: the
/// leader's key expires).</param>
/// <param name="PromoteNs">From then on until a replica takes writes; default 30 s (so 60 s in all, the shorter end of Amazon RDS
/// Multi-AZ's "typically 60–120 seconds").</param>
public sealed record FailoverSpec(long DetectNs = 30 * Nanoseconds.PerSecond, long PromoteNs = 30 * Nanoseconds.PerSecond);
