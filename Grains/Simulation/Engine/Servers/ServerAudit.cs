using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>What must hold of servers between any two events.</summary>
internal sealed class ServerAudit(Kernel kernel, Fleet fleet)
{
    public void Add(List<string> broken)
    {
        var busy = Busy(out var mutexes);
        foreach (var role in fleet.Roles) Add(role, busy, broken);
        foreach (var server in fleet.Servers) Add(server, broken);
        kernel.Expect(Phase.InThreadQueue, fleet.Roles.Sum(role => role.Queue.Count), broken);
        kernel.Expect(Phase.InRunQueue, fleet.Roles.Sum(role => role.Loop.Sum(queue => queue.Count)), broken);
        kernel.Expect(Phase.OnCore, fleet.Servers.Sum(server => server.Shares.Runnable), broken);
        kernel.Expect(Phase.InMutexQueue, fleet.Roles.Sum(role => role.MutexQueue.Sum(queue => queue.Count)), broken);
        if (fleet.Roles.Sum(role => role.MutexHeld.Count(held => held)) != mutexes) broken.Add("mutexes held and holders differ");
    }

    private static void Add(RoleNode role, Dictionary<(int Role, int Process), int> busy, List<string> broken)
    {
        for (var process = 0; process < role.Busy.Length && role.Role != Role.Db; process++)
        {
            var held = busy.GetValueOrDefault((role.Index, process));
            if (held > role.Threads) broken.Add($"{role.Server.Id}: {role.Threads} threads, {held} requests hold one");
            if (role.LeakedKiB[process] < 0) broken.Add($"{role.Server.Id}: a process takes less memory than it started with");
            if (role.Busy[process] != held) broken.Add($"{role.Server.Id}: {role.Busy[process]} threads busy, {held} held");
            if (held > 0 && role.Down[process]) broken.Add($"{role.Server.Id}: an ended process holds {held} requests");
        }

        if (role.Retired && role.Queue.Count > 0) broken.Add($"{role.Server.Id}: somebody waits for an old generation");
        if (role.MemoryMiB < (double)role.Running * role.ProcessMiB) broken.Add($"{role.Server.Id}: memory below its base");
        if (role.Queue.Count < 0 || role.Meter.Inside.Value < 0 || role.Meter.Waiting.Value < 0)
            broken.Add($"{role.Server.Id}: a negative count");
    }

    private static void Add(ServerNode server, List<string> broken)
    {
        if (!server.MemoryMiB.Equals(server.SumOfMemory())) broken.Add($"{server.Id}: memory changed, and nobody noticed");
        if (server.Retired.Exists(role => role.Running == 0)) broken.Add($"{server.Id}: an old generation without a process");
        if (server.Roles.Any(role => role is { Retired: true })) broken.Add($"{server.Id}: an old generation takes requests");
        if (server.Ports.Any(role => role is { Retired: true })) broken.Add($"{server.Id}: an old generation listens");
        if (server is { Hung: false, Shares: { Shared: true, DueNs: < 0 } }) broken.Add($"{server.Id}: nobody's work ends");
        if (server.Disk.Share > 1) broken.Add($"{server.Id}: more logs than disk");
    }

    /// <summary>Requests that hold a thread, by process.</summary>
    private Dictionary<(int Role, int Process), int> Busy(out int mutexes)
    {
        var busy = new Dictionary<(int Role, int Process), int>();
        mutexes = 0;
        for (var slot = 0; slot < kernel.Pool.Used; slot++)
        {
            ref var request = ref kernel.Pool[slot];
            if (request.Phase == Phase.Free) continue;
            if (request.HoldsMutex) mutexes++;
            for (var level = (int)Role.Web; level <= (int)Role.App; level++)
            {
                var stay = request.Stays[level];
                if (stay.Station < 0 || stay.Process < 0) continue;
                busy[(stay.Station, stay.Process)] = busy.GetValueOrDefault((stay.Station, stay.Process)) + 1;
            }
        }

        return busy;
    }
}
