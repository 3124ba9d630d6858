using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>
/// Generations of a role's processes: a reload starts the next one, and the old one's processes end one by one.
/// </summary>
/// <param name="shutdownTimeout">A retired generation's time to finish is over (Slot: its place, Epoch: its number).</param>
internal sealed class Generations(
    Kernel kernel, Fleet fleet, Threads threads, Losses losses, Versions versions, Bulkheads bulkheads,
    StepKind shutdownTimeout)
{
    private readonly RequestPool _pool = kernel.Pool;

    public RoleNode Begin(ServerNode server, RoleState shape, VersionFacts version, int port, StationMeter meter)
    {
        var role = server.Ended.Find(ended => ended.Role == shape.Role);
        if (role is null) fleet.Add(role = new RoleNode(fleet.Roles.Length, server, shape.Role, meter));
        else server.Ended.Remove(role);
        role.Begin(++server.Generations, shape, version, port);
        if (server.Reachability == Reachability.Accepting) StartAll(role);
        return role;
    }

    /// <summary>New processes take everything new, and who waits at the door; the old ones finish what they hold.</summary>
    public void Reload(ServerNode server, RoleState shape, int port, long shutdownNs)
    {
        var old = server.Roles[shape.Role.Level()]!;
        var role = Begin(server, shape, old.Version, port, old.Meter);
        server.Roles[shape.Role.Level()] = role;
        if (shape.Role == Role.App) server.Ports[port] = role;
        // the old processes close the users' idle connections, and the new ones draw new keys for tickets
        if (shape.Role == Role.Web || server.Roles[(int)Role.Web] is null) server.Incarnation++;
        while (old.Queue.Count > 0)
        {
            var waiting = old.Queue.TakeFirst(_pool);
            if (bulkheads.Leave(ref _pool[waiting], old)) bulkheads.Enter(ref _pool[waiting], role);
            _pool[waiting].Stays[shape.Role.Level()].Station = role.Index;
            role.Queue.Add(_pool, waiting);
        }

        bulkheads.HandOver(old, role);

        Retire(old, shutdownNs);
        threads.Wake(role);
        threads.AdmitAll(role);
    }

    /// <summary>The application of a version beside the one that serves: it takes memory, and no request finds it yet.</summary>
    public void StartBeside(ServerNode server, RoleState shape, int port, string version) =>
        server.Ports[port] = Begin(server, shape, versions.Of(version), port, server.Roles[(int)Role.App]!.Meter);

    /// <summary>
    /// The web role's next processes hand requests on to another port; those there are stay with the one they know.
    /// </summary>
    public void SwitchPort(ServerNode server, RoleState web, int port, long shutdownNs)
    {
        server.Roles[(int)Role.App] = server.Ports[port];
        Reload(server, web, port, shutdownNs);
    }

    /// <summary>Nothing listens on the port any more: who waits there is cut, what works there may finish.</summary>
    public void StopPort(ServerNode server, int port, long shutdownNs)
    {
        var role = server.Ports[port]!;
        server.Ports[port] = null;
        server.MemoryChanges();
        role.Closed = true;
        while (role.Queue.Count > 0) losses.LoseAt(role.Queue.First, Role.App);
        while (bulkheads.FirstAt(role) is var waiting and not RequestPool.None) losses.LoseAt(waiting, Role.App);
        Retire(role, shutdownNs);
    }

    /// <summary>One process ends: only what it holds is lost, and its memory is free again.</summary>
    public void Kill(RoleNode role, int process)
    {
        // of a retired generation it ends with the last request it loses
        if (!role.Retired) ProcessEnds(role, process);
        losses.LoseAll(role, process);
        if (role.Retired) fleet.Tunnels?.Ended(role, process);
        if (!role.Retired) role.LeakedKiB[process] = 0;
        role.Server.MemoryChanges();
    }

    /// <summary>Whoever has not ended in time is killed.</summary>
    public void ShutdownTimeout(RoleNode role)
    {
        for (var process = 0; process < role.Processes; process++)
            if (!role.Down[process]) Kill(role, process);
    }

    public void Restart(RoleNode role, int process)
    {
        role.Down[process] = false;
        role.Server.MemoryChanges();
        Start(role, process);
        threads.Wake(role);
    }

    /// <summary>A server's processes start, the database's first: the others want to connect to it.</summary>
    /// <param name="warm">They have run for long already.</param>
    public void StartAll(ServerNode server, bool warm = false)
    {
        for (var role = server.Roles.Length - 1; role >= 0; role--)
            if (server.Roles[role] is { } processes) StartAll(processes, warm);
    }

    /// <summary>A role's processes have ended all at once.</summary>
    public void EndAll(RoleNode role)
    {
        for (var process = 0; process < role.Processes; process++) Ended(role, process);
    }

    /// <summary>Of those that were replaced, everything that is left.</summary>
    public void KillOld(ServerNode server, Role? only = null)
    {
        // whoever ends leaves the list
        for (var index = server.Retired.Count - 1; index >= 0; index--)
            if (only is null || server.Retired[index].Role == only) ShutdownTimeout(server.Retired[index]);
    }

    public void ProcessEnds(RoleNode role, int process)
    {
        role.Down[process] = true;
        role.LeakedKiB[process] = 0;
        role.Server.MemoryChanges();
        Ended(role, process);
    }

    /// <summary>A process of a retired generation that holds nothing any more ends.</summary>
    public void EndIfIdle(RoleNode role, int process)
    {
        if (!role.Retired || role.Down[process] || role.Busy[process] > 0 || role.Tunnels[process] > 0) return;
        ProcessEnds(role, process);
        End(role);
    }

    /// <summary>A retired generation is over when its last process is.</summary>
    private static void End(RoleNode role)
    {
        if (role.Running == 0 && role.Server.Retired.Remove(role)) role.Server.Ended.Add(role);
    }

    private void StartAll(RoleNode role, bool warm = false)
    {
        for (var process = 0; process < role.Processes; process++) Start(role, process, warm);
    }

    private void Start(RoleNode role, int process, bool warm = false)
    {
        role.Warmth.Start(process, kernel.Now, warm);
        (role.StartedNs[process], role.Served[process]) = (kernel.Now, 0);
        // while the estate is being built nothing runs yet
        fleet.Programs[(int)role.Role]?.Started(role, process);
    }

    /// <summary>
    /// Idle processes end now, the others with their last request, or when the worker shutdown timeout (0: none) is over.
    /// </summary>
    private void Retire(RoleNode role, long shutdownNs)
    {
        role.Retired = true;
        role.Server.Retired.Add(role);
        if (shutdownNs > 0) kernel.Queue.At(kernel.Now + shutdownNs, shutdownTimeout, role.Index, role.Generation, 0);
        for (var process = 0; process < role.Processes; process++)
            if (role.Busy[process] == 0 && role.Tunnels[process] == 0) ProcessEnds(role, process);
        End(role);
    }

    private void Ended(RoleNode role, int process)
    {
        fleet.ProgramOf(role).Ended(role, process);
        fleet.Tunnels?.Ended(role, process);
    }
}
