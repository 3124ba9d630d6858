using OpsGame.Simulation.Balancers;

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
    double Jitter = 0, bool SingleFlight = false, bool InvalidateOnWrite = false);

/// <summary>The database; it lives on the server with the db role.</summary>
/// <param name="MaxConnections">Beyond it refused at once; default 100.</param>
/// <param name="Slots">Transactions that work at one time; default the cores of its server.</param>
/// <param name="LockTimeoutNs">A write gives up waiting for its row's lock after it; 0: never.</param>
/// <param name="PoolSize">Connections an application process may hold; its other calls queue. 0: no pool, every call its own.</param>
/// <param name="PoolTimeoutNs">A call gives up waiting for a pooled connection after it; 0: never.</param>
public sealed record DatabaseSpec(
    string Id, string Server, int MaxConnections, int Slots, long LockTimeoutNs = 0, int PoolSize = 0, long PoolTimeoutNs = 0)
{
    /// <summary>Around every application role's calls to it; null: none.</summary>
    public BreakerSpec? Breaker { get; init; }
}

/// <summary>A version that may be rolled out.</summary>
/// <param name="WebFactor">Work of the web role times this; likewise App and Db. 1: as before.</param>
/// <param name="ErrorRate">0–1: share of requests its application answers with an error.</param>
/// <param name="FromNs">The delivery window opens.</param>
/// <param name="UntilNs">The delivery window closes.</param>
/// <param name="LeakKiB">Memory an application process keeps for ever of each request it has worked on, 0–10 000.</param>
public sealed record ReleaseSpec(
    string Version, LocalText Title, double WebFactor, double AppFactor, double DbFactor, double ErrorRate, long FromNs, long UntilNs,
    double LeakKiB = 0);

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

    /// <summary>A server's cores work slower by Amount (2: half speed).</summary>
    ServerSlow,

    /// <summary>The database's work takes Amount times as long.</summary>
    DatabaseSlow,

    /// <summary>A firewall rule drops what is sent to a server; opening its ports (or the fault's end) helps.</summary>
    Firewall,

    /// <summary>Traffic times Amount.</summary>
    TrafficSurge,
}

/// <summary>A fault of the schedule (or of an instructor): a physical parameter changes, the outcome follows.</summary>
/// <param name="ForNs">How long; a hang stays until a restart.</param>
public sealed record FaultSpec(FaultKind Kind, string Target, long AtNs, long ForNs, double Amount);

/// <summary>Weights of the four parts (sum 1000) and the pars they are measured against.</summary>
/// <param name="ParNanoDollars">Money a good run spends: full cost points up to it, none from twice of it on.</param>
/// <param name="ParAcknowledgeNs">Full points up to it, none from four times of it on; likewise ParMitigateNs.</param>
/// <param name="SloGood">Objective share of good requests, e.g. 0.99: the error budget is 1 − it.</param>
public sealed record ScoreSpec(
    int Service, int Cost, int Response, int Delivery,
    long ParNanoDollars, long ParAcknowledgeNs, long ParMitigateNs, double SloGood);
