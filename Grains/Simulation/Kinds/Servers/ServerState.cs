using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

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
/// <param name="Blocked">Sources whose requests it rejects at once.</param>
/// <param name="Switch">The web role is about to hand requests on to the other port; null: it is not.</param>
/// <param name="ReloadShutdownNs">Worker shutdown timeout of the reload that waits.</param>
/// <param name="LogFactor">Its requests log this many times as much (1: as usual), until LogFloodEndsNs.</param>
/// <param name="LogKeepMiB">Log rotation keeps the last so many MiB; 0: no rotation.</param>
/// <param name="ClearLogsEndsNs">When its logs will have been cleared; 0: nobody clears them.</param>
/// <param name="Change">It is on its way to another size or place; null: it stays as it is.</param>
/// <param name="SlowFactor">Its work takes this many times as long (1: healthy), until SlowEndsNs.</param>
/// <param name="Lifo">Free threads take who came last from the queue; false: who came first.</param>
/// <param name="Checks">Of itself; null: none.</param>
/// <param name="ClosesNs">It stops, and takes requests until then; 0: it stops and takes none, or does not stop.</param>
/// <param name="PreStopNs">When it is told to stop it goes on taking requests for so long.</param>
/// <param name="Health">What they have found; null: it does not run, or has none.</param>
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
    BreakerSpec? Breaker = null,
    bool Lifo = false,
    OwnChecks? Checks = null,
    OwnHealth? Health = null,
    long ClosesNs = 0,
    long PreStopNs = 0) : IComponent
{
    public static ComponentKind Kind { get; } = new("server", 20);

    /// <summary>Before it has ever run: with another version.</summary>
    internal ServerState Carrying(string version) =>
        this with { Version = version, Ports = PortState.Serve(Ports, Roles, version) };

    /// <summary>
    /// As it stands when all its processes have ended: what was beside the serving application is not started again.
    /// </summary>
    internal ServerState Emptied() => this with
    {
        Hung = false, Down = [], Switch = null, Ports = PortState.Only(Ports), ClosesNs = 0,
    };

    /// <summary>Paid for: everything that is not stopped.</summary>
    public bool Billed => Lifecycle != Lifecycle.Stopped;

    /// <summary>Requests or messages come to it, not only the database's calls.</summary>
    internal bool Answers => Roles.Any(role => role.Role != Role.Db);

    /// <summary>Users' requests come to it: it may be a target, and a rollout's version belongs on it.</summary>
    public bool TakesUsers => Roles.Any(role => role.Role is Role.Web or Role.App);

    internal bool HasWeb => Roles.Any(role => role.Role == Role.Web);

    /// <summary>
    /// Share of its memory that all its processes take, with their threads and what they leaked (0 while nothing runs).
    /// </summary>
    public double MemoryShare(ServerTelemetry telemetry) => MemoryShare(telemetry.MemoryMiB);

    /// <param name="takenMiB">By all its processes.</param>
    internal double MemoryShare(double takenMiB) =>
        Lifecycle is Lifecycle.Running or Lifecycle.Draining ? takenMiB / Size.MemoryMiB : 0;

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add(Rack);
        hash.Add(Slot);
        Size.AddTo(ref hash);
        hash.Add(Version);
        hash.Add((long)Lifecycle);
        hash.Add(LifecycleEndsNs);
        hash.Add(NextVersion);
        hash.Add(Roles.Length);
        foreach (var each in Roles) each.AddTo(ref hash);
        hash.Add(NextRoles.Length);
        foreach (var each in NextRoles) each.AddTo(ref hash);
        hash.Add(ReloadEndsNs);
        hash.Add(Hung);
        hash.Add(SlowFactor);
        hash.Add(SlowEndsNs);
        hash.Add(Firewall.Length);
        foreach (var each in Firewall) each.AddTo(ref hash);
        hash.Add(Down.Length);
        foreach (var each in Down) each.AddTo(ref hash);
        hash.Add(Ports.Length);
        foreach (var each in Ports) each.AddTo(ref hash);
        hash.Add(Blocked.Length);
        foreach (var each in Blocked) hash.Add(each);
        hash.Add(Switch is not null);
        Switch?.AddTo(ref hash);
        hash.Add(ReloadShutdownNs);
        hash.Add(LogFactor);
        hash.Add(LogFloodEndsNs);
        hash.Add(LogKeepMiB);
        hash.Add(ClearLogsEndsNs);
        hash.Add(LeavingNs);
        hash.Add(Change is not null);
        Change?.AddTo(ref hash);
        hash.Add(Breaker is not null);
        Breaker?.AddTo(ref hash);
        hash.Add(Lifo);
        hash.Add(Checks is not null);
        Checks?.AddTo(ref hash);
        hash.Add(Health is not null);
        Health?.AddTo(ref hash);
        hash.Add(ClosesNs);
        // histories from before a server had a delay of its own know none
        if (PreStopNs > 0) hash.Add(PreStopNs);
    }
}

/// <summary>A process that was killed; its supervisor has it running again at UntilNs.</summary>
[GenerateSerializer, Immutable]
public sealed record DownProcess(int Generation, int Process, long UntilNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Generation);
        hash.Add(Process);
        hash.Add(UntilNs);
    }
}

/// <summary>A server stops, and boots as what it becomes.</summary>
/// <param name="Size">Null: it stays.</param>
/// <param name="Rack">Where a unit is kept for it; empty: it stays where it is.</param>
/// <param name="Balancer">Where it is attached again when it boots; empty: nowhere.</param>
/// <param name="By">Who wants it.</param>
[GenerateSerializer, Immutable]
public sealed record ServerChange(ServerSize? Size, string Rack, int Slot, string Balancer, string By, long SinceNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Size is not null);
        Size?.AddTo(ref hash);
        hash.Add(Rack);
        hash.Add(Slot);
        hash.Add(Balancer);
        hash.Add(By);
        hash.Add(SinceNs);
    }
}
