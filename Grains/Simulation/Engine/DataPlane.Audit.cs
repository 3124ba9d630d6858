namespace OpsGame.Simulation.Engine;

/// <summary>What must hold between any two events, whatever commands came; the property tests ask after every tick.</summary>
internal sealed partial class DataPlane
{
    public List<string> Audit()
    {
        var broken = new List<string>();
        var busy = new Dictionary<(int Station, int Process), int>();
        var intents = new long[_classes.Length];
        int connections = 0, slots = 0, onCore = 0, pooled = 0, mutexes = 0;
        var locks = new HashSet<int>();
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free) continue;
            if (request is { Probe: false, Abandoned: false }) intents[request.Class]++;
            if (request.Phase == Phase.OnCore) onCore++;
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
            if (counts.Offered != accounted) broken.Add($"{users.Spec.Id}: {counts.Offered} offered, {accounted} accounted for");
        }

        foreach (var station in _stations)
        {
            for (var process = 0; process < station.Busy.Length && station.Role != Servers.Role.Db; process++)
            {
                var held = busy.GetValueOrDefault((station.Index, process));
                if (station.Busy[process] != held) broken.Add($"{station.Server.Id}: {station.Busy[process]} threads busy, {held} held");
            }

            if (station.Queue.Count < 0 || station.Meter.Inside.Value < 0 || station.Meter.Waiting.Value < 0)
                broken.Add($"{station.Server.Id}: a negative count");
        }

        if (onCore != _servers.Sum(server => server.Cores - server.FreeCores)) broken.Add("cores busy and requests on cores differ");
        if (_servers.Exists(server => server.FreeCores < 0)) broken.Add("more cores busy than there are");
        if (_database is not null && (_database.Connections != connections || _database.BusySlots != slots))
            broken.Add($"database: {_database.Connections} connections ({connections} held), {_database.BusySlots} slots ({slots} held)");
        if (_stations.Sum(station => station.PoolBusy.Sum()) != pooled) broken.Add("pooled connections in use and held differ");
        if (_stations.Sum(station => station.MutexHeld.Count(held => held)) != mutexes) broken.Add("mutexes held and holders differ");
        foreach (var balancer in Balancers()) Audit(balancer, broken);
        return broken;
    }

    /// <summary>Whoever has a target counts there, whoever waits stands in the queue, and nobody waits while there is room.</summary>
    private void Audit(BalancerNode balancer, List<string> broken)
    {
        var outstanding = new int[balancer.Targets.Count];
        var waiting = 0;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free) continue;
            if (request.Phase == Phase.InBalancerQueue && request.At == balancer.Place) waiting++;
            var target = request.Passes[balancer.Level].Target;
            if (target >= 0 && !(request.Probe && IsOwnProbe(ref request, balancer))) outstanding[target]++;
        }

        for (var target = 0; target < outstanding.Length; target++)
        {
            if (balancer[target].Outstanding != outstanding[target])
                broken.Add($"{balancer.Id}: {balancer[target].Outstanding} outstanding at {balancer[target].Server.Id}, {outstanding[target]} there");
        }

        if (balancer.Queue.Count != waiting || balancer.Meter.Inside.Value != waiting + outstanding.Sum())
            broken.Add($"{balancer.Id}: {balancer.Meter.Inside.Value} inside, {balancer.Queue.Count} queued, {waiting} waiting, {outstanding.Sum()} sent on");
        if (waiting > 0 && balancer.HasRoom) broken.Add($"{balancer.Id}: {waiting} wait although a target has room");
    }
}
