using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

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

[GenerateSerializer, Immutable]
public sealed record ServerSize(
    string Id, int Cores, int MemoryMiB, long NanoDollarsPerHour);

[GenerateSerializer, Immutable]
public sealed record RoleState(
    Role Role,
    int Processes,
    int Threads,
    int QueueLimit,
    int ProcessMiB,
    int ThreadMiB,
    double Sigma,
    double Kappa)
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
/// <param name="Firewalled">A rule drops what is sent to it, until FirewallEndsNs (0: until it is opened).</param>
/// <param name="Down">Processes that were killed and not yet started again.</param>
/// <param name="LeavingNs">Since when it is being removed; 0: it stays.</param>
/// <param name="SlowFactor">Its work takes this many times as long (1: healthy), until SlowEndsNs.</param>
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
    bool Firewalled,
    long FirewallEndsNs,
    ImmutableArray<DownProcess> Down,
    long LeavingNs = 0)
{
    /// <summary>Paid for: everything that is not stopped.</summary>
    public bool Billed => Lifecycle != Lifecycle.Stopped;

    /// <summary>Share of its memory that all its processes take, with their threads and what they leaked (0 while nothing runs).</summary>
    public double MemoryShare(ServerTelemetry telemetry) =>
        Lifecycle is Lifecycle.Running or Lifecycle.Draining ? telemetry.MemoryMiB / Size.MemoryMiB : 0;
}

/// <summary>A process that was killed; its supervisor has it running again at UntilNs.</summary>
[GenerateSerializer, Immutable]
public sealed record DownProcess(int Generation, int Process, long UntilNs);

/// <summary>What a server knows when it ticks.</summary>
/// <param name="Powered">Its rack's power.</param>
/// <param name="Balancer">Where it is attached or still drains; empty: nowhere.</param>
[GenerateSerializer, Immutable]
public sealed record ServerInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    bool Powered,
    ServerTelemetry Telemetry,
    ServerContext Context,
    string Balancer = "",
    bool Attached = false);

/// <summary>The estate's durations and versions, as a server needs them.</summary>
[GenerateSerializer, Immutable]
public sealed record ServerContext(
    long BootNs, long RestartNs, long ReloadNs, long InstallNs);

/// <summary>A server's last second. Counts and percentiles are of the last full simulated second, the rest is now.</summary>
/// <param name="CpuShare">0–1 of all its cores.</param>
/// <param name="RunQueue">Threads waiting for a core.</param>
/// <param name="Outstanding">Requests somewhere on it.</param>
/// <param name="Roles">Of each role: the processes that take new requests.</param>
/// <param name="MemoryMiB">That all its processes take.</param>
/// <param name="Others">Generations that take no new requests: replaced ones, until their last process has ended.</param>
[GenerateSerializer, Immutable]
public sealed record ServerTelemetry(
    string Id,
    double CpuShare,
    int RunQueue,
    int Outstanding,
    ImmutableArray<RoleTelemetry> Roles,
    double MemoryMiB,
    ImmutableArray<GenerationTelemetry> Others);

/// <summary>A generation of a role's processes as it is now; one entry a process, 0 where none runs.</summary>
/// <param name="Number">Unique on its server.</param>
[GenerateSerializer, Immutable]
public sealed record GenerationTelemetry(
    Role Role, int Number, string Version, ImmutableArray<int> Busy, ImmutableArray<double> ProcessMiB);

/// <summary>A role's last second. Busy: threads holding a request, one entry a process; likewise LeakedMiB: memory lost for good.</summary>
/// <param name="Generation">Of the processes; number of its server's generations so far at most.</param>
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
    int Generation = 1);
