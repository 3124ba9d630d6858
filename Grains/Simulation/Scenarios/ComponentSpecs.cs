using System.Collections.Immutable;
using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Scenarios;

/// <summary>The balancer; its targets are the attached servers with a web role (without one: the app role).</summary>
/// <param name="DrainNs">Deregistration delay; default 300 s.</param>
/// <param name="ConnectTimeoutNs">How long it waits for a target that does not answer at all; default 1 s.</param>
/// <param name="RateLimit">Requests a second it lets through, a second's worth at once; the rest is answered 429. 0: all.</param>
public sealed record BalancerSpec(
    string Id, Algorithm Algorithm, HealthCheck Check, long DrainNs, long ConnectTimeoutNs, int RateLimit = 0)
{
    public BalancerLimits Limits { get; init; } = BalancerLimits.None;
}

/// <summary>A circuit breaker around the calls of one server; defaults as resilience4j's count-based window.</summary>
/// <param name="FailedShare">0.01–1: it opens when so large a share of the last calls failed; default 0.5.</param>
/// <param name="Window">Calls it looks back on, 1–1000; default 100.</param>
/// <param name="LeastCalls">It never opens on fewer, 1–Window; default 100.</param>
/// <param name="OpenNs">How long it lets nothing through; default 60 s.</param>
/// <param name="Tries">Calls that then go out and decide, 1–Window; default 10.</param>
[GenerateSerializer, Immutable]
public sealed record BreakerSpec(double FailedShare = 0.5, int Window = 100, int LeastCalls = 100, long OpenNs = 60_000_000_000, int Tries = 10);

/// <summary>The cache beside the application servers: LRU over keys, entries expire TTL after they were filled.</summary>
/// <param name="LookupNs">Time of one look-up; default 0.2 ms.</param>
/// <param name="Jitter">0–1: an entry lives TTL × (1 ± jitter), so that what was filled together does not expire together.</param>
/// <param name="SingleFlight">One miss a key goes on, the others wait for its answer; otherwise every concurrent miss goes on.</param>
/// <param name="InvalidateOnWrite">A write drops its key; otherwise the old value is served until it expires.</param>
public sealed record CacheSpec(
    string Id, string Rack, int Capacity, long TtlNs, long LookupNs,
    double Jitter = 0, bool SingleFlight = false, bool InvalidateOnWrite = false)
{
    /// <summary>Default nothing: it belongs to what stands there.</summary>
    public long NanoDollarsPerHour { get; init; }
}

/// <summary>A cache an operator may add where there is none.</summary>
/// <param name="NanoDollarsPerHour">From the order on; default the scenario's own cache's price, else half of a small server of the library,
/// $0.60/h.</param>
/// <param name="ReadyNs">Until it answers; default the time a server boots.</param>
/// <param name="LookupNs">As of a cache; default as of the scenario's own, else 0.2 ms.</param>
public sealed record CacheOfferSpec(string Id, long NanoDollarsPerHour, long ReadyNs, long LookupNs);

/// <summary>The database; its nodes live on servers with the db role. Connections and slots are of each node.</summary>
/// <param name="Server">The primary's at the start.</param>
/// <param name="MaxConnections">Beyond it refused at once; default 100.</param>
/// <param name="Slots">Transactions that work at one time; default the cores of its server.</param>
/// <param name="LockTimeoutNs">A write gives up waiting for its row's lock after it; 0: never.</param>
/// <param name="PoolSize">Connections an application process opens when it starts and keeps; its other calls queue. 0: no pool, every
/// call its own.</param>
/// <param name="PoolTimeoutNs">A call gives up waiting for a pooled connection after it; 0: never.</param>
/// <param name="DeadlockNs">A transaction that has waited so long for a lock looks for a deadlock and is its victim; 0: at once, −1:
/// nobody looks. Default 1 s (PostgreSQL's deadlock_timeout).</param>
/// <param name="StatementTimeoutNs">A call that is in the database for longer is cancelled there; 0: never.</param>
/// <param name="ColdReadNs">What the first touch of a key after a node's start takes on its disk; later ones find it in the buffer,
/// which holds everything. 0: no time.</param>
/// <param name="Replicas">Servers of further nodes, which follow the primary.</param>
/// <param name="LagNs">A committed write is on the replicas after it; default 100 ms.</param>
public sealed record DatabaseSpec(
    string Id, string Server, int MaxConnections, int Slots, long LockTimeoutNs = 0, int PoolSize = 0, long PoolTimeoutNs = 0,
    long DeadlockNs = Nanoseconds.PerSecond, long StatementTimeoutNs = 0, long ColdReadNs = 0, ImmutableArray<string> Replicas = default,
    long LagNs = 100 * Nanoseconds.PerMillisecond, FailoverSpec? Failover = null)
{
    /// <summary>Around every application role's calls to it; null: none.</summary>
    public BreakerSpec? Breaker { get; init; }

    /// <summary>How long a new replica copies the data before it follows, 0 – 3600 s; default 60 s: 7 GB that pg_basebackup streams over
    /// 1 Gbit/s.</summary>
    public long ReplicaCopyNs { get; init; } = 60 * Nanoseconds.PerSecond;

    /// <summary>Of all nodes, the primary's first.</summary>
    public IEnumerable<string> Servers => Replicas.IsDefault ? [Server] : [Server, .. Replicas];
}

/// <summary>How a replica takes the place of a primary that is gone.</summary>
/// <param name="DetectNs">A primary gone for so long is given up; −1: only an operator does. Default 30 s (Patroni's ttl: the leader's
/// key expires).</param>
/// <param name="PromoteNs">From then on until a replica takes writes; default 30 s (so 60 s in all, the shorter end of Amazon RDS
/// Multi-AZ's "typically 60–120 seconds").</param>
public sealed record FailoverSpec(long DetectNs = 30 * Nanoseconds.PerSecond, long PromoteNs = 30 * Nanoseconds.PerSecond);

/// <summary>A version that may be rolled out.</summary>
/// <param name="WebFactor">Work of the web role times this; likewise App and Db. 1: as before.</param>
/// <param name="ErrorRate">0–1: share of requests its application answers with an error.</param>
/// <param name="FromNs">The delivery window opens.</param>
/// <param name="UntilNs">The delivery window closes.</param>
/// <param name="LeakKiB">Memory an application process keeps for ever of each request it has worked on, 0–10 000.</param>
/// <param name="Coexists">May serve at one time with other versions (default). False: whoever begins to serve migrates the data there
/// are, and what one version writes while another one serves is wrong for that one, until the writer serves no more.</param>
/// <param name="LockOrder">Its transactions lock in this order; null: as each class does.</param>
public sealed record ReleaseSpec(
    string Version, LocalText Title, double WebFactor, double AppFactor, double DbFactor, double ErrorRate, long FromNs, long UntilNs,
    double LeakKiB = 0, bool Coexists = true, LockOrder? LockOrder = null);

public enum FaultKind
{
    /// <summary>A rack loses power: its servers are gone until it returns, then boot.</summary>
    RackPower,

    /// <summary>A rack's uplink is cut: its servers run on, but nothing comes in or goes out.</summary>
    RackUplink,

    /// <summary>A power feed (A or B) fails: racks that have no other go dark.</summary>
    FeedPower,

    /// <summary>A server's processes accept requests and never finish them; only a restart helps.</summary>
    ServerHang,

    /// <summary>A server's processes die; the supervisor starts them again after the restart time.</summary>
    ServerCrash,

    /// <summary>One process of a server dies with what it holds; its supervisor starts it again after the restart time.</summary>
    ProcessCrash,

    /// <summary>A server's cores work slower by Amount (2: half speed).</summary>
    ServerSlow,

    /// <summary>The database's work takes Amount times as long.</summary>
    DatabaseSlow,

    /// <summary>Writes reach the database's replicas after Amount times the lag.</summary>
    ReplicationLag,

    /// <summary>A firewall rule drops what a sender sends to a server; opening it (or the fault's end) helps.</summary>
    Firewall,

    /// <summary>Debug logging left on: every request on a server logs Amount times as much.</summary>
    LogFlood,

    /// <summary>The balancer's process dies with all its connections; the supervisor starts it again after the restart time.</summary>
    BalancerCrash,

    /// <summary>Traffic times Amount.</summary>
    TrafficSurge,
}

/// <summary>A fault of the schedule (or of an instructor): a physical parameter changes, the outcome follows.</summary>
/// <param name="ForNs">How long; a hang stays until a restart.</param>
/// <param name="Role">Of the process that crashes; likewise Process: its number, from 1.</param>
/// <param name="From">Whose requests a firewall drops.</param>
public sealed record FaultSpec(
    FaultKind Kind, string Target, long AtNs, long ForNs, double Amount,
    Role Role = Role.App, int Process = 1, Sender From = Sender.Any);

/// <summary>Weights of the four parts (sum 1000) and the pars they are measured against.</summary>
/// <param name="ParNanoDollars">Money a good run spends: full cost points up to it, none from twice of it on.</param>
/// <param name="ParAcknowledgeNs">Full points up to it, none from four times of it on; likewise ParMitigateNs.</param>
/// <param name="SloGood">Objective share of good requests, e.g. 0.99: the error budget is 1 − it.</param>
public sealed record ScoreSpec(
    int Service, int Cost, int Response, int Delivery,
    long ParNanoDollars, long ParAcknowledgeNs, long ParMitigateNs, double SloGood);
