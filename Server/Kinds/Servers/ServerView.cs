using MessagePack;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Server.Kinds.Servers;

/// <summary>A server. What changes all the time stands first: so it is shorter in a frame.</summary>
/// <param name="Slot">Its unit in the rack, 0 at the top.</param>
/// <param name="LifecycleEndsMs">Simulated time at which booting, restarting or installing ends; 0 otherwise.</param>
/// <param name="Cpu">Share of its cores that worked in the last second, 0–1.</param>
/// <param name="Memory">Share of its memory in use, 0–1.</param>
/// <param name="DiskMiB">Room for logs; 0: endless.</param>
/// <param name="Disk">Share of its disk that is full, 0–1.</param>
/// <param name="LogFactor">Its requests log this many times as much as usual.</param>
/// <param name="LogKeepMiB">Log rotation keeps so much; 0: no rotation.</param>
/// <param name="Firewall">Whose requests are dropped.</param>
/// <param name="Ports">Its application ports; empty without an application role.</param>
/// <param name="Leaving">It is being removed.</param>
/// <param name="NextSize">It stops and boots with this size; empty: it keeps its own.</param>
/// <param name="NextRack">It stops and boots in this rack; empty: it stays.</param>
/// <param name="Blocked">Sources whose requests it turns away at once.</param>
/// <param name="Ready">False: its own checks say that it may not be a target (yet). Without checks: true while it runs.</param>
/// <param name="Connections">Long-lived ones that its processes hold.</param>
/// <param name="Old">Replaced processes that finish what they hold.</param>
[MessagePackObject]
public sealed record ServerView(
    [property: Key("id")] string Id,
    [property: Key("cpu"), Exact(100)] double Cpu,
    [property: Key("memory"), Exact(100)] double Memory,
    [property: Key("runQueue")] int RunQueue,
    [property: Key("roles")] RoleView[] Roles,
    [property: Key("rack")] string Rack,
    [property: Key("slot")] int Slot,
    [property: Key("size")] string Size,
    [property: Key("cores")] int Cores,
    [property: Key("memoryMiB")] int MemoryMiB,
    [property: Key("pricePerHour")] double PricePerHour,
    [property: Key("lifecycle"), OneOf(typeof(Lifecycle))] string Lifecycle,
    [property: Key("lifecycleEndsMs")] double LifecycleEndsMs,
    [property: Key("version")] string Version,
    [property: Key("diskMiB")] int DiskMiB,
    [property: Key("disk"), Exact(100)] double Disk,
    [property: Key("logFactor"), Exact(100)] double LogFactor,
    [property: Key("logKeepMiB")] int LogKeepMiB,
    [property: Key("firewall"), OneOf(typeof(Sender))] string[] Firewall,
    [property: Key("ports")] PortView[] Ports,
    [property: Key("old")] GenerationView[] Old,
    [property: Key("leaving")] bool Leaving,
    [property: Key("nextSize")] string NextSize,
    [property: Key("nextRack")] string NextRack,
    [property: Key("blocked")] string[] Blocked,
    [property: Key("ready")] bool Ready,
    [property: Key("checks")] OwnCheckView[] Checks,
    [property: Key("connections")] int Connections);

/// <summary>A check of a server by itself.</summary>
/// <param name="Failures">In a row at which the check has failed; Failed: how many there are now.</param>
[MessagePackObject]
public sealed record OwnCheckView(
    [property: Key("kind"), OneOf(typeof(CheckKind))] string Kind,
    [property: Key("path"), OneOf(typeof(CheckPath))] string Path,
    [property: Key("intervalSeconds")] double IntervalSeconds,
    [property: Key("timeoutSeconds")] double TimeoutSeconds,
    [property: Key("failures")] int Failures,
    [property: Key("failed")] int Failed);

/// <summary>A role on a server.</summary>
/// <param name="Busy">One entry a process: its threads that hold a request.</param>
/// <param name="Up">Whether each process runs.</param>
/// <param name="LimitMiB">A process that takes more is killed; 0: no limit.</param>
/// <param name="Breaker">Around its calls; null: none.</param>
/// <param name="Discipline">How its requests share its cores.</param>
/// <param name="OnClientAbort">What it does when the user has gone.</param>
/// <param name="ConnectionLimit">Long-lived connections each process holds at most; 0: no limit.</param>
/// <param name="Cold">How many times as long its work takes while its processes warm up; 1: they are warm.</param>
/// <param name="Locked">One entry a process: its threads that wait for its mutex, which one of the others holds; empty: none
/// does.</param>
[MessagePackObject]
public sealed record RoleView(
    [property: Key("role"), OneOf(typeof(Role))] string Role,
    [property: Key("processes")] int Processes,
    [property: Key("threads")] int Threads,
    [property: Key("busy")] int[] Busy,
    [property: Key("queue")] int Queue,
    [property: Key("queueLimit")] int QueueLimit,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("errorsPerSecond")] double ErrorsPerSecond,
    [property: Key("latency")] LatencyView Latency,
    [property: Key("up")] bool[] Up,
    [property: Key("limitMiB")] int LimitMiB,
    [property: Key("breaker"), OneOf(typeof(Circuit))] string? Breaker,
    [property: Key("cold"), Exact(10)] double Cold,
    [property: Key("discipline"), OneOf(typeof(Discipline))] string Discipline,
    [property: Key("onClientAbort"), OneOf(typeof(OnAbort))] string OnClientAbort,
    [property: Key("connectionLimit")] int ConnectionLimit,
    [property: Key("locked")] int[] Locked);

/// <summary>An application port.</summary>
/// <param name="EndsMs">Simulated time at which installing or starting ends; 0 otherwise.</param>
/// <param name="Busy">Of each process beside the one that serves; empty where the role itself says it.</param>
[MessagePackObject]
public sealed record PortView(
    [property: Key("number")] int Number,
    [property: Key("stage"), OneOf(typeof(PortStage))] string Stage,
    [property: Key("version")] string Version,
    [property: Key("endsMs")] double EndsMs,
    [property: Key("threads")] int Threads,
    [property: Key("busy")] int[] Busy);

/// <summary>Replaced processes of a role; one entry a process that still runs.</summary>
/// <param name="Port">Application port they listen on (web: hand requests on to).</param>
[MessagePackObject]
public sealed record GenerationView(
    [property: Key("role"), OneOf(typeof(Role))] string Role,
    [property: Key("version")] string Version,
    [property: Key("port")] int Port,
    [property: Key("busy")] int[] Busy);
