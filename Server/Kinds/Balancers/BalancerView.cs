using MessagePack;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Kinds.Balancers;

namespace OpsGame.Server.Kinds.Balancers;

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
/// <param name="NextProbeMs">Simulated time of the next one; 0: there is none.</param>
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
    [property: Key("nextProbeMs")] double NextProbeMs,
    [property: Key("drainEndsMs")] double DrainEndsMs,
    [property: Key("weight")] int Weight,
    [property: Key("failuresPerSecond")] double FailuresPerSecond,
    [property: Key("ejectedUntilMs")] double EjectedUntilMs,
    [property: Key("ready")] bool Ready,
    [property: Key("sessions")] int Sessions,
    [property: Key("connections")] int Connections);
