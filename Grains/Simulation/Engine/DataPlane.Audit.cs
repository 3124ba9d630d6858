namespace OpsGame.Simulation.Engine;

/// <summary>What must hold between any two events, whatever commands came; the property tests ask after every tick.</summary>
internal sealed partial class DataPlane
{
    public List<string> Audit()
    {
        var broken = new List<string>();
        var busy = new Dictionary<(int Station, int Process), int>();
        var intents = Intents();
        var phases = new int[Enum.GetValues<Phase>().Length];
        int connections = 0, slots = 0, pooled = 0, mutexes = 0;
        var locks = new HashSet<int>();
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free) continue;
            phases[(int)request.Phase]++;
            if (request.HoldsSlot) slots++;
            if (request.HoldsPool) pooled++;
            if (request.HoldsMutex) mutexes++;
            if (request.HoldsLock && !locks.Add(request.Key)) broken.Add($"the lock of key {request.Key} is held twice");
            for (var role = 0; role < 3; role++)
            {
                var stay = request.Stays[role];
                if (stay.Station < 0) continue;
                if (role == 2) connections++;
                else if (stay.Process >= 0)
                    busy[(stay.Station, stay.Process)] = busy.GetValueOrDefault((stay.Station, stay.Process)) + 1;
            }
        }

        foreach (var users in _classes)
        {
            var counts = users.Counts;
            var accounted = counts.Within + counts.Late + counts.Failed.Sum() + intents[users.Index];
            if (counts.Offered + counts.Carried != accounted)
                broken.Add($"{users.Spec.Id}: {counts.Offered} + {counts.Carried} offered, {accounted} accounted for");
        }

        foreach (var station in _stations)
        {
            for (var process = 0; process < station.Busy.Length && station.Role != Servers.Role.Db; process++)
            {
                var held = busy.GetValueOrDefault((station.Index, process));
                if (held > station.Threads) broken.Add($"{station.Server.Id}: {station.Threads} threads, {held} requests hold one");
                if (station.LeakedKiB[process] < 0) broken.Add($"{station.Server.Id}: a process takes less memory than it started with");
                if (station.Busy[process] != held) broken.Add($"{station.Server.Id}: {station.Busy[process]} threads busy, {held} held");
            }

            if (station.Queue.Count < 0 || station.Meter.Inside.Value < 0 || station.Meter.Waiting.Value < 0)
                broken.Add($"{station.Server.Id}: a negative count");
        }

        foreach (var (phase, waiting) in Queues())
            if (phases[(int)phase] != waiting) broken.Add($"{phase}: {phases[(int)phase]} requests, {waiting} in queues");
        if (phases[(int)Phase.OnCore] != _servers.Sum(server => server.Cores - server.FreeCores)) broken.Add("cores busy and requests on cores differ");
        if (_servers.Exists(server => server.FreeCores < 0)) broken.Add("more cores busy than there are");
        if (_database is not null && (_database.Connections != connections || _database.BusySlots != slots))
            broken.Add($"database: {_database.Connections} connections ({connections} held), {_database.BusySlots} slots ({slots} held)");
        if (_stations.Sum(station => station.PoolBusy.Sum()) != pooled) broken.Add("pooled connections in use and held differ");
        if (_stations.Sum(station => station.MutexHeld.Count(held => held)) != mutexes) broken.Add("mutexes held and holders differ");
        if (_balancer is not null && _balancer.Targets.Any(target => target.Outstanding < 0)) broken.Add("negative outstanding");
        return broken;
    }

    private IEnumerable<(Phase Phase, int Waiting)> Queues()
    {
        yield return (Phase.InThreadQueue, _stations.Sum(station => station.Queue.Count));
        yield return (Phase.Hung, _stations.Sum(station => station.Stuck.Count));
        yield return (Phase.InRunQueue, _servers.Sum(server => server.RunQueue.Count));
        yield return (Phase.InPoolQueue, _stations.Sum(station => station.PoolQueue.Sum(queue => queue.Count)));
        yield return (Phase.InMutexQueue, _stations.Sum(station => station.MutexQueue.Sum(queue => queue.Count)));
        yield return (Phase.InLockQueue, _database?.LockWaiters ?? 0);
        yield return (Phase.InSlotQueue, _database?.SlotQueue.Count ?? 0);
    }
}
