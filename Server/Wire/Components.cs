using MessagePack;

namespace OpsGame.Server.Wire;

/// <summary>A rack. Condition: on, no-power or no-uplink.</summary>
[MessagePackObject]
public sealed record RackView(
    [property: Key("id")] string Id,
    [property: Key("units")] int Units,
    [property: Key("condition")] string Condition);

/// <summary>A server. Lifecycle: off, booting, running, draining, restarting, installing, stopped or crashed.</summary>
/// <param name="Slot">Its unit in the rack, 0 at the top.</param>
/// <param name="LifecycleEndsMs">Simulated time at which booting, restarting or installing ends; 0 otherwise.</param>
/// <param name="Cpu">Share of its cores that worked in the last second, 0–1.</param>
/// <param name="Memory">Share of its memory in use, 0–1.</param>
[MessagePackObject]
public sealed record ServerView(
    [property: Key("id")] string Id,
    [property: Key("rack")] string Rack,
    [property: Key("slot")] int Slot,
    [property: Key("size")] string Size,
    [property: Key("cores")] int Cores,
    [property: Key("memoryMiB")] int MemoryMiB,
    [property: Key("pricePerHour")] double PricePerHour,
    [property: Key("lifecycle")] string Lifecycle,
    [property: Key("lifecycleEndsMs")] double LifecycleEndsMs,
    [property: Key("version")] string Version,
    [property: Key("cpu")] double Cpu,
    [property: Key("memory")] double Memory,
    [property: Key("runQueue")] int RunQueue,
    [property: Key("roles")] RoleView[] Roles);

/// <summary>A role on a server (web, app or db). Busy has one entry a process: its threads that hold a request.</summary>
[MessagePackObject]
public sealed record RoleView(
    [property: Key("role")] string Role,
    [property: Key("processes")] int Processes,
    [property: Key("threads")] int Threads,
    [property: Key("busy")] int[] Busy,
    [property: Key("queue")] int Queue,
    [property: Key("queueLimit")] int QueueLimit,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("errorsPerSecond")] double ErrorsPerSecond,
    [property: Key("latency")] LatencyView Latency);

/// <summary>A load balancer. Algorithm: round-robin, least-outstanding, random or two-choices.</summary>
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
    [property: Key("targets")] TargetView[] Targets);

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
    [property: Key("drainEndsMs")] double DrainEndsMs);

/// <summary>A cache. HitRatio over the last second, 0–1.</summary>
[MessagePackObject]
public sealed record CacheView(
    [property: Key("id")] string Id,
    [property: Key("capacity")] int Capacity,
    [property: Key("entries")] int Entries,
    [property: Key("ttlSeconds")] double TtlSeconds,
    [property: Key("hitRatio")] double HitRatio,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("evictionsPerSecond")] double EvictionsPerSecond);

/// <summary>A database on a server: connections in use, work slots busy, requests waiting for a row lock or a slot.</summary>
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
    [property: Key("latency")] LatencyView Latency);

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
