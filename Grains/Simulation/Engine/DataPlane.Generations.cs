using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>Generations of a role's processes: a reload starts the next one, and the old one's processes end one by one.</summary>
internal sealed partial class DataPlane
{
    private readonly List<VersionFacts> _versions = [];

    private VersionFacts VersionOf(string version)
    {
        var known = _versions.Find(facts => facts.Version == version);
        if (known is not null) return known;
        var release = _scenario.Releases.FirstOrDefault(release => release.Version == version);
        _versions.Add(known = new VersionFacts(version, release));
        return known;
    }

    private RoleStation BeginGeneration(ServerNode server, RoleState shape, VersionFacts version, int port, StationMeter meter)
    {
        var station = server.Ended.Find(ended => ended.Role == shape.Role);
        if (station is null)
        {
            _stations.Add(station = new RoleStation(_stations.Count, server, shape.Role, meter));
        }
        else
        {
            server.Ended.Remove(station);
        }

        station.Begin(++server.Generations, shape, version, port);
        if (server.Reachability == Reachability.Accepting) OpenPools(station);
        return station;
    }

    /// <summary>New processes take everything new, and who waits at the door; the old ones finish what they hold.</summary>
    private void Reload(ServerNode server, RoleState shape, int port, long shutdownNs)
    {
        var old = server.Roles[(int)shape.Role]!;
        var station = BeginGeneration(server, shape, old.Version, port, old.Meter);
        server.Roles[(int)shape.Role] = station;
        if (shape.Role == Role.App) server.Ports[port] = station;
        // the old processes close the users' idle connections, and the new ones draw new keys for tickets
        if (shape.Role == Role.Web || server.Roles[(int)Role.Web] is null) server.Incarnation++;
        while (old.Queue.Count > 0)
        {
            var waiting = old.Queue.TakeFirst(_pool);
            _pool[waiting].Stays[(int)shape.Role].Station = station.Index;
            station.Queue.Add(_pool, waiting);
        }

        Retire(old, shutdownNs);
        WakeQueue(station);
    }

    /// <summary>Idle processes end now, the others with their last request, or when the worker shutdown timeout (0: none) is over.</summary>
    private void Retire(RoleStation station, long shutdownNs)
    {
        station.Retired = true;
        station.Server.Retired.Add(station);
        if (shutdownNs > 0) _queue.At(Now + shutdownNs, EventKind.ShutdownTimeout, station.Index, station.Generation, 0);
        for (var process = 0; process < station.Processes; process++)
            if (station.Busy[process] == 0) ProcessEnds(station, process);
        EndGeneration(station);
    }

    private void ShutdownTimeout(RoleStation station)
    {
        for (var process = 0; process < station.Processes; process++)
            if (!station.Down[process]) Kill(station, process);
    }

    /// <summary>The application of a version beside the one that serves: it takes memory, and no request finds it yet.</summary>
    private void StartBeside(ServerNode server, RoleState shape, int port, string version) =>
        server.Ports[port] = BeginGeneration(server, shape, VersionOf(version), port, server.Roles[(int)Role.App]!.Meter);

    /// <summary>The web role's next processes hand requests on to another port; those there are stay with the one they know.</summary>
    private void SwitchPort(ServerNode server, RoleState web, int port, long shutdownNs)
    {
        server.Roles[(int)Role.App] = server.Ports[port];
        Reload(server, web, port, shutdownNs);
    }

    /// <summary>Nothing listens on the port any more: who waits there is cut, what works there may finish.</summary>
    private void StopPort(ServerNode server, int port, long shutdownNs)
    {
        var station = server.Ports[port]!;
        server.Ports[port] = null;
        station.Closed = true;
        while (station.Queue.Count > 0) CutAt(station.Queue.First, Role.App);
        Retire(station, shutdownNs);
    }

    /// <summary>A role's processes stop at once, old ones too; nothing listens until the next ones begin.</summary>
    private void CutRole(ServerNode server, Role role)
    {
        server.Roles[(int)role]!.Closed = true;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            if (_pool[slot].Phase is Phase.Free or Phase.Backoff) continue;
            var index = _pool[slot].Stays[(int)role].Station;
            if (index >= 0 && ReferenceEquals(_stations[index].Server, server)) CutAt(slot, role);
        }

        ClosePools(server.Roles[(int)role]!);
    }

    private void CutAt(int slot, Role role)
    {
        var server = _stations[_pool[slot].Stays[(int)role].Station].Server;
        Lose(slot, (int)role);
        Return(slot, (int)role, server);
    }

    /// <summary>A retired generation is over when its last process is.</summary>
    private static void EndGeneration(RoleStation station)
    {
        if (station.Running == 0 && station.Server.Retired.Remove(station)) station.Server.Ended.Add(station);
    }

    private void ProcessStarts(RoleStation station, int process)
    {
        station.Down[process] = false;
        OpenPools(station, process);
    }

    private void ProcessEnds(RoleStation station, int process)
    {
        station.Down[process] = true;
        station.LeakedKiB[process] = 0;
        ClosePools(station, process);
    }
}
