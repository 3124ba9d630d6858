using OpsGame.Simulation.Servers;

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

    private RoleStation BeginGeneration(ServerNode server, RoleState shape, VersionFacts version, StationMeter meter)
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

        station.Begin(++server.Generations, shape, version);
        return station;
    }

    /// <summary>New processes take everything new, and who waits at the door; the old ones finish what they hold.</summary>
    private void Reload(ServerNode server, RoleState shape, long shutdownNs)
    {
        var old = server.Roles[(int)shape.Role]!;
        var station = BeginGeneration(server, shape, old.Version, old.Meter);
        server.Roles[(int)shape.Role] = station;
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

    /// <summary>A retired generation is over when its last process is.</summary>
    private static void EndGeneration(RoleStation station)
    {
        if (station.Running == 0 && station.Server.Retired.Remove(station)) station.Server.Ended.Add(station);
    }

    private static void ProcessStarts(RoleStation station, int process) => station.Down[process] = false;

    private static void ProcessEnds(RoleStation station, int process)
    {
        station.Down[process] = true;
        station.LeakedKiB[process] = 0;
    }
}
