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
        int mutexes = 0, atEdge = 0;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free) continue;
            phases[(int)request.Phase]++;
            if (request.InEdge) atEdge++;
            if (request.HoldsMutex) mutexes++;
            for (var role = 0; role < 3; role++)
            {
                var stay = request.Stays[role];
                if (stay.Station < 0) continue;
                if (role != 2 && stay.Process >= 0)
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
            for (var process = 0; process < station.Busy.Length && station.Role != Kinds.Roles.Role.Db; process++)
            {
                var held = busy.GetValueOrDefault((station.Index, process));
                if (held > station.Threads) broken.Add($"{station.Server.Id}: {station.Threads} threads, {held} requests hold one");
                if (station.LeakedKiB[process] < 0) broken.Add($"{station.Server.Id}: a process takes less memory than it started with");
                if (station.Busy[process] != held) broken.Add($"{station.Server.Id}: {station.Busy[process]} threads busy, {held} held");
                if (held > 0 && station.Down[process]) broken.Add($"{station.Server.Id}: an ended process holds {held} requests");
            }

            if (station.Retired && station.Queue.Count > 0) broken.Add($"{station.Server.Id}: somebody waits for an old generation");
            if (station.MemoryMiB < (double)station.Running * station.ProcessMiB) broken.Add($"{station.Server.Id}: memory below its base");

            if (station.Queue.Count < 0 || station.Meter.Inside.Value < 0 || station.Meter.Waiting.Value < 0)
                broken.Add($"{station.Server.Id}: a negative count");
        }

        foreach (var server in _servers)
        {
            if (server.Retired.Exists(station => station.Running == 0)) broken.Add($"{server.Id}: an old generation without a process");
            if (server.Roles.Any(station => station is { Retired: true })) broken.Add($"{server.Id}: an old generation takes requests");
            if (server.Ports.Any(station => station is { Retired: true })) broken.Add($"{server.Id}: an old generation listens");
            if (server.Disk.Share > 1) broken.Add($"{server.Id}: more logs than disk");
        }

        foreach (var (phase, waiting) in Queues())
            if (phases[(int)phase] != waiting) broken.Add($"{phase}: {phases[(int)phase]} requests, {waiting} in queues");
        if (phases[(int)Phase.OnCore] != _servers.Sum(server => server.Cores - server.FreeCores)) broken.Add("cores busy and requests on cores differ");
        if (_servers.Exists(server => server.FreeCores < 0)) broken.Add("more cores busy than there are");
        if (_stations.Sum(station => station.MutexHeld.Count(held => held)) != mutexes) broken.Add("mutexes held and holders differ");
        foreach (var node in _database?.Nodes ?? []) AuditNode(node, broken);
        if (_database is not null) AuditLocks(broken);
        foreach (var balancer in Balancers()) AuditBalancer(balancer, broken);
        if (_tls is not null && (_tls.Busy != phases[(int)Phase.ShakingHands] || _tls.Busy > _tls.Cores || _tls.Queue.Count != phases[(int)Phase.InTlsQueue]))
            broken.Add($"{_tls.Id}: {_tls.Busy} cores busy ({phases[(int)Phase.ShakingHands]} handshakes), {_tls.Queue.Count} queued ({phases[(int)Phase.InTlsQueue]} waiting)");
        if (_tls is not null && _tls.Busy < _tls.Cores && _tls.Queue.Count > 0) broken.Add($"{_tls.Id}: idle cores while handshakes wait");
        AuditWarmUp(_cache, Warming.Cache, broken);
        if (_cache is { Serving: false, Entries: > 0 }) broken.Add($"{_cache.Id}: {_cache.Entries} entries in a cache that is not there");
        AuditWarmUp(_edge, Warming.Edge, broken);
        if (_edge is not null && _edge.Meter.Inside.Value != atEdge) broken.Add($"{_edge.Id}: {_edge.Meter.Inside.Value} inside, {atEdge} requests");
        return broken;
    }

    private IEnumerable<(Phase Phase, int Waiting)> Queues()
    {
        yield return (Phase.InThreadQueue, _stations.Sum(station => station.Queue.Count));
        yield return (Phase.Hung, _stations.Sum(station => station.Stuck.Count));
        yield return (Phase.InRunQueue, _servers.Sum(server => server.RunQueue.Count));
        yield return (Phase.InPoolQueue, _database?.Nodes.Sum(node => _database.Pools.To(node.Index).Sum(pool => pool.Queue.Count)) ?? 0);
        yield return (Phase.InMutexQueue, _stations.Sum(station => station.MutexQueue.Sum(queue => queue.Count)));
        yield return (Phase.InLockQueue, _database?.Locks.Waiters ?? 0);
        yield return (Phase.InBalancerQueue, Balancers().Sum(balancer => balancer.Queue.Count));
        yield return (Phase.InSlotQueue, _database?.Nodes.Sum(node => node.SlotQueue.Count) ?? 0);
    }

    private void AuditWarmUp(CacheNode? cache, Warming which, List<string> broken)
    {
        if (cache?.WarmUp is not { } warm) return;
        var underWay = 0;
        for (var slot = 0; slot < _pool.Used; slot++)
            if (_pool[slot].Phase != Phase.Free && _pool[slot].Warms == which && !_pool[slot].Abandoned) underWay++;
        if (warm.UnderWay != underWay) broken.Add($"{cache.Id}: {warm.UnderWay} keys under way to it, {underWay} requests fetch one");
    }

    /// <summary>Connections: what pools have open, less what calls are still to open, and the calls that brought their own.</summary>
    private void AuditNode(DatabaseNode node, List<string> broken)
    {
        int own = 0, slots = 0, pooled = 0, opening = 0;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free || request.Node != node.Index) continue;
            if (request.Stays[2].Station >= 0 && !request.HoldsPool) own++;
            if (request.HoldsSlot) slots++;
            if (request.HoldsPool) pooled++;
            if (request is { HoldsPool: true, Opens: true }) opening++;
        }

        var name = node.Station.Server.Id;
        var open = _database!.Pools.To(node.Index).Sum(pool => pool.Open);
        if (node.Connections != own + open - opening)
            broken.Add($"{name}: {node.Connections} connections, but {open} pooled ({opening} not yet open) and {own} calls' own");
        if (node.Connections > node.Ceiling) broken.Add($"{name}: {node.Connections} connections are more than {node.Ceiling}");
        if (node is { Synced: false, Gone: false, Connections: > 0 }) broken.Add($"{name}: {node.Connections} connections to a replica that has no data yet");
        if (slots > node.Slots) broken.Add($"{name}: {slots} transactions work in {node.Slots} slots");
        if (node.BusySlots != slots) broken.Add($"{name}: {node.BusySlots} slots, {slots} held");
        if (_database.Pools.To(node.Index).Sum(pool => pool.Busy) != pooled) broken.Add($"{name}: pooled connections in use and held differ");
        if (_database.Pools.To(node.Index).Any(pool => pool.Busy < 0 || pool.Busy > pool.Open)) broken.Add($"{name}: a pool uses what it has not");
    }

    /// <summary>Who says it holds a lock holds it, and nobody else does.</summary>
    private void AuditLocks(List<string> broken)
    {
        int waiting = 0, locks = 0;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free) continue;
            if (request.Phase == Phase.InLockQueue) waiting++;
            if (request is { Phase: Phase.InLockQueue, HoldsSlot: true }) broken.Add("a slot is held while waiting for a lock");
            locks += request.Locked;
            for (var held = 0; held < request.Locked; held++)
                if (_database!.Locks.HolderOf(request.LockKeys[held]) != slot) broken.Add($"the lock of key {request.LockKeys[held]} is held twice");
        }

        if (_database!.Locks.Held != locks) broken.Add($"{_database.Locks.Held} locks are held, requests hold {locks}");
        if (_database.Locks.Waiters != waiting) broken.Add($"{_database.Locks.Waiters} wait for locks, {waiting} requests do");
    }

    /// <summary>Whoever has a target counts there, whoever waits stands in the queue, and nobody waits while there is room.</summary>
    private void AuditBalancer(BalancerNode balancer, List<string> broken)
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
