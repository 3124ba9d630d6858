using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Servers;

public enum Role
{
    Web,
    App,
    Db,
}

public enum Lifecycle
{
    /// <summary>Its rack has no power.</summary>
    Off,
    Booting,
    Running,

    /// <summary>Finishing what it has before it stops.</summary>
    Draining,
    Restarting,
    Installing,
    Stopped,
    Crashed,
}

/// <summary>Who sends something to a server, as a firewall rule knows them.</summary>
public enum Sender
{
    Any,

    /// <summary>And the balancer between them.</summary>
    Users,
    Web,
    App,
}

/// <summary>What one sender sends is dropped until EndsNs (0: until the firewall is opened).</summary>
[GenerateSerializer, Immutable]
public sealed record FirewallRule(Sender From, long EndsNs);

/// <param name="DiskMiB">Room for logs; 0: endless.</param>
[GenerateSerializer, Immutable]
public sealed record ServerSize(
    string Id, int Cores, int MemoryMiB, long NanoDollarsPerHour, int DiskMiB = 0);

[GenerateSerializer, Immutable]
public sealed record RoleState(
    Role Role,
    int Processes,
    int Threads,
    int QueueLimit,
    int ProcessMiB,
    int ThreadMiB,
    double Sigma,
    double Kappa,
    int LimitMiB = 0,
    double LogKiB = 0)
{
    /// <summary>P processes, each with its base and T threads.</summary>
    public long MemoryMiB => Processes * EachMiB;

    /// <summary>One process before it leaks.</summary>
    public long EachMiB => ProcessMiB + ((long)Threads * ThreadMiB);
}

/// <summary>A server: where it stands, what it is doing, what runs on it.</summary>
/// <param name="LifecycleEndsNs">When booting, restarting, installing, draining or a crash ends; 0 otherwise.</param>
/// <param name="NextVersion">What is being installed; empty otherwise.</param>
/// <param name="NextRoles">Roles to be reloaded, as their next processes will be.</param>
/// <param name="ReloadEndsNs">When the reload takes effect; 0: none waits.</param>
/// <param name="Hung">Its processes take requests and never finish them.</param>
/// <param name="Firewall">Whose requests are dropped.</param>
/// <param name="Down">Processes that were killed and not yet started again.</param>
/// <param name="LeavingNs">Since when it is being removed; 0: it stays.</param>
/// <param name="Ports">Its application ports; empty without an application role.</param>
/// <param name="Blocked">Sources whose requests it turns away at once.</param>
/// <param name="Switch">The web role is about to hand requests on to the other port; null: it is not.</param>
/// <param name="ReloadShutdownNs">Worker shutdown timeout of the reload that waits.</param>
/// <param name="LogFactor">Its requests log this many times as much (1: as usual), until LogFloodEndsNs.</param>
/// <param name="LogKeepMiB">Log rotation keeps the last so many MiB; 0: no rotation.</param>
/// <param name="ClearLogsEndsNs">When its logs will have been cleared; 0: nobody clears them.</param>
/// <param name="Change">It is on its way to another size or place; null: it stays as it is.</param>
/// <param name="SlowFactor">Its work takes this many times as long (1: healthy), until SlowEndsNs.</param>
/// <param name="Breaker">Around the calls of its web role to the application; null: none.</param>
[GenerateSerializer, Immutable]
public sealed record ServerState(
    string Id,
    string Rack,
    int Slot,
    ServerSize Size,
    string Version,
    Lifecycle Lifecycle,
    long LifecycleEndsNs,
    string NextVersion,
    ImmutableArray<RoleState> Roles,
    ImmutableArray<RoleState> NextRoles,
    long ReloadEndsNs,
    bool Hung,
    double SlowFactor,
    long SlowEndsNs,
    ImmutableArray<FirewallRule> Firewall,
    ImmutableArray<DownProcess> Down,
    ImmutableArray<PortState> Ports,
    ImmutableArray<string> Blocked,
    PortSwitch? Switch = null,
    long ReloadShutdownNs = 0,
    double LogFactor = 1,
    long LogFloodEndsNs = 0,
    int LogKeepMiB = 0,
    long ClearLogsEndsNs = 0,
    long LeavingNs = 0,
    ServerChange? Change = null,
    BreakerSpec? Breaker = null)
{
    /// <summary>Before it has ever run: with another version.</summary>
    internal ServerState Carrying(string version) => this with { Version = version, Ports = PortState.Serve(Ports, Roles, version) };

    /// <summary>As it stands when all its processes have ended: what was beside the serving application is not started again.</summary>
    internal ServerState Emptied() => this with { Hung = false, Down = [], Switch = null, Ports = PortState.Only(Ports) };

    /// <summary>Paid for: everything that is not stopped.</summary>
    public bool Billed => Lifecycle != Lifecycle.Stopped;

    /// <summary>Users' requests come to it, not only the database's.</summary>
    internal bool Answers => Roles.Any(role => role.Role != Role.Db);

    internal bool HasWeb => Roles.Any(role => role.Role == Role.Web);

    /// <summary>Share of its memory that all its processes take, with their threads and what they leaked (0 while nothing runs).</summary>
    public double MemoryShare(ServerTelemetry telemetry) =>
        Lifecycle is Lifecycle.Running or Lifecycle.Draining ? telemetry.MemoryMiB / Size.MemoryMiB : 0;
}

/// <summary>A process that was killed; its supervisor has it running again at UntilNs.</summary>
[GenerateSerializer, Immutable]
public sealed record DownProcess(int Generation, int Process, long UntilNs);

/// <summary>A server stops, and boots as what it becomes.</summary>
/// <param name="Size">Null: it stays.</param>
/// <param name="Rack">Where a unit is kept for it; empty: it stays where it is.</param>
/// <param name="Balancer">Where it is attached again when it boots; empty: nowhere.</param>
/// <param name="By">Who wants it.</param>
[GenerateSerializer, Immutable]
public sealed record ServerChange(ServerSize? Size, string Rack, int Slot, string Balancer, string By, long SinceNs);

/// <summary>What a server knows when it ticks.</summary>
/// <param name="Powered">Its rack's power.</param>
/// <param name="Balancer">Where it is attached or still drains; empty: nowhere.</param>
/// <param name="Home">Whose target it may be; empty: nobody's.</param>
/// <param name="Units">Of the racks somebody wants to move it to, the unit that is kept for it there (−1: none); else empty.</param>
[GenerateSerializer, Immutable]
public sealed record ServerInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    bool Powered,
    ServerTelemetry Telemetry,
    ServerContext Context,
    string Balancer = "",
    bool Attached = false,
    string Home = "",
    ImmutableSortedDictionary<string, int>? Units = null);

/// <summary>The estate's durations and versions, as a server needs them.</summary>
[GenerateSerializer, Immutable]
public sealed record ServerContext(
    long BootNs, long RestartNs, long ReloadNs, long InstallNs, long ShutdownNs, ImmutableArray<string> Versions,
    ImmutableArray<ServerSize> Sizes);

/// <summary>A server's last second. Counts and percentiles are of the last full simulated second, the rest is now.</summary>
/// <param name="CpuShare">0–1 of all its cores.</param>
/// <param name="RunQueue">Threads waiting for a core.</param>
/// <param name="Outstanding">Requests somewhere on it.</param>
/// <param name="Roles">Of each role: the processes that take new requests.</param>
/// <param name="MemoryMiB">That all its processes take.</param>
/// <param name="Others">Generations that get no new requests: replaced ones until their last process has ended, and the application
/// beside the one that serves.</param>
/// <param name="DiskShare">0–1 of its disk that is full.</param>
[GenerateSerializer, Immutable]
public sealed record ServerTelemetry(
    string Id,
    double CpuShare,
    int RunQueue,
    int Outstanding,
    ImmutableArray<RoleTelemetry> Roles,
    double MemoryMiB,
    ImmutableArray<GenerationTelemetry> Others,
    double DiskShare = 0);

/// <summary>A generation of a role's processes as it is now; one entry a process, 0 where none runs.</summary>
/// <param name="Number">Unique on its server.</param>
/// <param name="Port">Index of the application port it listens on (web: hands requests on to).</param>
/// <param name="Retired">Replaced; otherwise it stands beside the one that serves.</param>
[GenerateSerializer, Immutable]
public sealed record GenerationTelemetry(
    Role Role, int Number, string Version, int Port, bool Retired, ImmutableArray<int> Busy, ImmutableArray<double> ProcessMiB);

/// <summary>A role's last second. Busy: threads holding a request, one entry a process; likewise LeakedMiB: memory lost for good.</summary>
/// <param name="Generation">Of the processes; number of its server's generations so far at most.</param>
/// <param name="Breaker">Around its calls; null: none.</param>
/// <param name="Errors">Of Failed: answered with an error, not cut, nor for want of somebody who listened.</param>
[GenerateSerializer, Immutable]
public sealed record RoleTelemetry(
    Role Role,
    ImmutableArray<int> Busy,
    int Queue,
    int Arrived,
    int Completed,
    int Failed,
    Percentiles Latency,
    ImmutableArray<double> LeakedMiB,
    int Generation = 1,
    Engine.Circuit? Breaker = null,
    int Errors = 0);
