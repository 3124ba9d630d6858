using MessagePack;

namespace OpsGame.Server.Wire;

/// <summary>A rack. Condition: on, no-power or no-uplink.</summary>
/// <param name="Feeds">Power feeds it hangs on: a, b; one that lives is enough. DarkFeeds: those of them that have failed.</param>
/// <param name="Uplink">Busiest direction of its uplink in the last second, 0–1; UplinkWaitMs the longer mean wait for it.</param>
[MessagePackObject]
public sealed record RackView(
    [property: Key("id")] string Id,
    [property: Key("units")] int Units,
    [property: Key("condition")] string Condition,
    [property: Key("feeds")] string[] Feeds,
    [property: Key("darkFeeds")] string[] DarkFeeds,
    [property: Key("uplink")] double Uplink,
    [property: Key("uplinkWaitMs")] double UplinkWaitMs);

/// <summary>A load balancer. Algorithm: round-robin, least-outstanding, random or two-choices.</summary>
/// <param name="Tier">outer: before whole servers; inner: between web and application servers.</param>
/// <param name="Queue">Requests that wait for a target with room.</param>
/// <param name="ConnectionLimit">Requests a target may have; 0: any number.</param>
/// <param name="Shed">Requests inside from which on the least important classes are shed; 0: never.</param>
/// <param name="RateLimit">Requests a second it lets through; 0: all.</param>
/// <param name="DownUntilMs">Simulated time at which its process is back; 0: it runs.</param>
/// <param name="Blocked">Sources whose requests it turns away at once.</param>
/// <param name="Certificate">Id of the one it serves; empty: none.</param>
/// <param name="Tls">Null where users' TLS does not end at it.</param>
[MessagePackObject]
public sealed record BalancerView(
    [property: Key("id")] string Id,
    [property: Key("algorithm")] string Algorithm,
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
    [property: Key("tier")] string Tier,
    [property: Key("queue")] int Queue,
    [property: Key("slowStartSeconds")] double SlowStartSeconds,
    [property: Key("connectionLimit")] int ConnectionLimit,
    [property: Key("shed")] int Shed,
    [property: Key("blocked")] string[] Blocked,
    [property: Key("certificate")] string Certificate);

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
    [property: Key("path")] string Path,
    [property: Key("intervalSeconds")] double IntervalSeconds,
    [property: Key("timeoutSeconds")] double TimeoutSeconds,
    [property: Key("unhealthyAfter")] int UnhealthyAfter,
    [property: Key("healthyAfter")] int HealthyAfter);

/// <summary>A target. State: initial, healthy, unhealthy, draining or detached. LastProbe: none, ok, failed or timeout.</summary>
[MessagePackObject]
public sealed record TargetView(
    [property: Key("server")] string Server,
    [property: Key("state")] string State,
    [property: Key("outstanding")] int Outstanding,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("lastProbe")] string LastProbe,
    [property: Key("lastProbeMs")] double LastProbeMs,
    [property: Key("drainEndsMs")] double DrainEndsMs,
    [property: Key("weight")] int Weight);

/// <summary>A cache. Place: edge (near the users) or data (beside the application). HitRatio over the last second, 0–1.</summary>
/// <param name="Cached">Classes whose reads look there first.</param>
/// <param name="ReadyMs">Simulated time from which it answers; 0: it does.</param>
/// <param name="Warming">Keys that the warm-up under way has still to load; 0: there is none.</param>
[MessagePackObject]
public sealed record CacheView(
    [property: Key("id")] string Id,
    [property: Key("capacity")] int Capacity,
    [property: Key("entries")] int Entries,
    [property: Key("ttlSeconds")] double TtlSeconds,
    [property: Key("hitRatio")] double HitRatio,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("evictionsPerSecond")] double EvictionsPerSecond,
    [property: Key("place")] string Place,
    [property: Key("cached")] string[] Cached,
    [property: Key("warming")] int Warming,
    [property: Key("readyMs")] double ReadyMs,
    [property: Key("pricePerHour")] double PricePerHour);

/// <summary>The rollout desk. Status: idle, running, paused, rolling-back, done or failed.</summary>
/// <param name="Step">drain, install, check, bake, provision, shift, switch or remove.</param>
/// <param name="Batch">Blue/green: the new group. Waiting: the old one.</param>
/// <param name="Share">Blue/green: percent of the traffic on the new group.</param>
[MessagePackObject]
public sealed record RolloutView(
    [property: Key("id")] string Id,
    [property: Key("status")] string Status,
    [property: Key("version")] string Version,
    [property: Key("fromVersion")] string FromVersion,
    [property: Key("step")] string Step,
    [property: Key("batch")] string[] Batch,
    [property: Key("done")] string[] Done,
    [property: Key("waiting")] string[] Waiting,
    [property: Key("stepEndsMs")] double StepEndsMs,
    [property: Key("strategy")] string Strategy,
    [property: Key("share")] int Share);
