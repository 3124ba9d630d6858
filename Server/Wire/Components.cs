using MessagePack;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Rollouts;

namespace OpsGame.Server.Wire;

/// <summary>A rack.</summary>
/// <param name="Feeds">Its power feeds; one that works is enough.</param>
/// <param name="DarkFeeds">Those of them that have failed.</param>
/// <param name="Uplink">Busiest direction of its uplink in the last second, 0–1.</param>
/// <param name="UplinkWaitMs">The longer mean wait for it.</param>
[MessagePackObject]
public sealed record RackView(
    [property: Key("id")] string Id,
    [property: Key("units")] int Units,
    [property: Key("condition"), OneOf("on", "no-power", "no-uplink")] string Condition,
    [property: Key("feeds"), OneOf("a", "b")] string[] Feeds,
    [property: Key("darkFeeds"), OneOf("a", "b")] string[] DarkFeeds,
    [property: Key("uplink"), Exact(100)] double Uplink,
    [property: Key("uplinkWaitMs")] double UplinkWaitMs);

/// <summary>A load balancer.</summary>
/// <param name="Tier">outer: before whole servers; inner: between web and application servers.</param>
/// <param name="Queue">Requests that wait for a target with room.</param>
/// <param name="ConnectionLimit">Most requests at one target at a time; 0: no limit.</param>
/// <param name="Shed">Outstanding requests at which it begins to shed the least important classes; 0: never.</param>
/// <param name="RateLimit">Requests a second it lets through; 0: all.</param>
/// <param name="DownUntilMs">Simulated time at which its process is back; 0: it runs.</param>
/// <param name="Blocked">Sources whose requests it turns away at once.</param>
/// <param name="Certificate">Id of the one it serves; empty: none.</param>
/// <param name="Panic">It fails open while a smaller share of its targets is healthy, 0–1.</param>
/// <param name="RetriesPerSecond">Requests it retried.</param>
/// <param name="Tls">Null where users' TLS does not end at it.</param>
/// <param name="EndpointLagMs">Time until it learns that a server is not ready or is stopping; −1: it never does.</param>
[MessagePackObject]
public sealed record BalancerView(
    [property: Key("id")] string Id,
    [property: Key("algorithm"), OneOf(typeof(Algorithm))] string Algorithm,
    [property: Key("failOpen")] bool FailOpen,
    [property: Key("check")] HealthCheckView Check,
    [property: Key("drainSeconds")] double DrainSeconds,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("errorsPerSecond")] double ErrorsPerSecond,
    [property: Key("latency")] LatencyView Latency,
    [property: Key("targets")] TargetView[] Targets,
    [property: Key("rateLimit")] int RateLimit,
    [property: Key("downUntilMs")] double DownUntilMs,
    [property: Key("tls")] TlsView? Tls,
    [property: Key("tier"), OneOf("outer", "inner")] string Tier,
    [property: Key("queue")] int Queue,
    [property: Key("slowStartSeconds")] double SlowStartSeconds,
    [property: Key("connectionLimit")] int ConnectionLimit,
    [property: Key("shed")] int Shed,
    [property: Key("blocked")] string[] Blocked,
    [property: Key("certificate")] string Certificate,
    [property: Key("forwarding")] ForwardingView Forwarding,
    [property: Key("whenNoneHealthy"), OneOf(typeof(WhenNoneHealthy))] string WhenNoneHealthy,
    [property: Key("panic"), Exact(1000)] double Panic,
    [property: Key("retriesPerSecond")] double RetriesPerSecond,
    [property: Key("endpointLagMs")] double EndpointLagMs);

/// <summary>How a balancer passes requests on.</summary>
/// <param name="ResponseTimeoutSeconds">How long it waits for an answer; 0: as long as it takes. Likewise how long it keeps a
/// connection nobody uses.</param>
/// <param name="Attempts">All tries of a request; 1: it does not try again.</param>
/// <param name="Budget">Retries may be at most this share of requests; 0: any number.</param>
/// <param name="EjectAfter">Failures after which a target is ejected; 0: never.</param>
/// <param name="WithinSeconds">In this time; 0: in a row.</param>
/// <param name="OutSeconds">It is ejected for so long the first time.</param>
/// <param name="StickySeconds">How long a cookie is good after it was used.</param>
[MessagePackObject]
public sealed record ForwardingView(
    [property: Key("responseTimeoutSeconds")] double ResponseTimeoutSeconds,
    [property: Key("idleTimeoutSeconds")] double IdleTimeoutSeconds,
    [property: Key("attempts")] int Attempts,
    [property: Key("budget"), Exact(1000)] double Budget,
    [property: Key("ejectAfter")] int EjectAfter,
    [property: Key("withinSeconds")] double WithinSeconds,
    [property: Key("outSeconds")] double OutSeconds,
    [property: Key("sticky"), OneOf(typeof(Stickiness))] string Sticky,
    [property: Key("stickySeconds")] double StickySeconds);

/// <summary>Handshakes at a balancer, on cores of its own. Limit: new connections a second it takes; 0: all.</summary>
[MessagePackObject]
public sealed record TlsView(
    [property: Key("cores")] int Cores,
    [property: Key("busy")] int Busy,
    [property: Key("queue")] int Queue,
    [property: Key("handshakesPerSecond")] double HandshakesPerSecond,
    [property: Key("limit")] int Limit);

/// <summary>Path: shallow (web server only) or deep (through to the database).</summary>
[MessagePackObject]
public sealed record HealthCheckView(
    [property: Key("path"), OneOf(typeof(CheckPath))] string Path,
    [property: Key("intervalSeconds")] double IntervalSeconds,
    [property: Key("timeoutSeconds")] double TimeoutSeconds,
    [property: Key("unhealthyAfter")] int UnhealthyAfter,
    [property: Key("healthyAfter")] int HealthyAfter);

/// <summary>A server as a balancer sees it. State: while it is attached, its health, or ejected for its failures.</summary>
/// <param name="LastProbeMs">How long it took.</param>
/// <param name="DrainEndsMs">Simulated time; 0: it does not drain.</param>
/// <param name="FailuresPerSecond">Of the requests sent to it, those that failed there.</param>
/// <param name="Sessions">Browsers whose cookie names it.</param>
/// <param name="Connections">Long-lived ones that lead to it.</param>
/// <param name="EjectedUntilMs">Simulated time at which it gets requests again; 0: it is not ejected.</param>
/// <param name="Ready">False: as far as the balancer has heard, it says itself that it is not ready, and gets nothing.</param>
[MessagePackObject]
public sealed record TargetView(
    [property: Key("server")] string Server,
    [property: Key("state"), OneOf(typeof(TargetHealth), typeof(Attachment), "ejected", But = "attached")] string State,
    [property: Key("outstanding")] int Outstanding,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("lastProbe"), OneOf(typeof(ProbeResult))] string LastProbe,
    [property: Key("lastProbeMs")] double LastProbeMs,
    [property: Key("drainEndsMs")] double DrainEndsMs,
    [property: Key("weight")] int Weight,
    [property: Key("failuresPerSecond")] double FailuresPerSecond,
    [property: Key("ejectedUntilMs")] double EjectedUntilMs,
    [property: Key("ready")] bool Ready,
    [property: Key("sessions")] int Sessions,
    [property: Key("connections")] int Connections);

/// <summary>A cache. Place: edge (near the users) or data (beside the application). HitRatio over the last second, 0–1.</summary>
/// <param name="Cached">Request classes whose reads ask it first.</param>
/// <param name="ReadyMs">Simulated time from which it answers; 0: it answers already.</param>
/// <param name="RevalidateSeconds">An entry that expired less long ago is served while it is fetched again; 0: none is.</param>
/// <param name="Warming">Keys the warm-up still has to load; 0: none is under way.</param>
[MessagePackObject]
public sealed record CacheView(
    [property: Key("id")] string Id,
    [property: Key("capacity")] int Capacity,
    [property: Key("entries")] int Entries,
    [property: Key("ttlSeconds")] double TtlSeconds,
    [property: Key("hitRatio"), Exact(100)] double HitRatio,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("evictionsPerSecond")] double EvictionsPerSecond,
    [property: Key("place"), OneOf("edge", "data")] string Place,
    [property: Key("cached")] string[] Cached,
    [property: Key("warming")] int Warming,
    [property: Key("readyMs")] double ReadyMs,
    [property: Key("pricePerHour")] double PricePerHour,
    [property: Key("revalidateSeconds")] double RevalidateSeconds);

/// <summary>The rollout desk.</summary>
/// <param name="Batch">Servers at work; blue/green: the new group.</param>
/// <param name="Waiting">Servers still to come; blue/green: the old group.</param>
/// <param name="Share">Blue/green: percent of the traffic on the new group.</param>
[MessagePackObject]
public sealed record RolloutView(
    [property: Key("id")] string Id,
    [property: Key("status"), OneOf(typeof(RolloutStatus))] string Status,
    [property: Key("version")] string Version,
    [property: Key("fromVersion")] string FromVersion,
    [property: Key("step"), OneOf(typeof(RolloutStep))] string Step,
    [property: Key("batch")] string[] Batch,
    [property: Key("done")] string[] Done,
    [property: Key("waiting")] string[] Waiting,
    [property: Key("stepEndsMs")] double StepEndsMs,
    [property: Key("strategy"), OneOf(typeof(Strategy))] string Strategy,
    [property: Key("share")] int Share);
