using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// Pools of database connections: filled when their process starts (as HikariCP, whose minimumIdle is its maximumPoolSize), kept open
/// whether used or not, closed when the process ends. What is missing is opened by the call that needs it.
/// </summary>
internal sealed partial class DataPlane
{
    /// <summary>A process starts; where it is the database's, a node.</summary>
    private void OpenPools(RoleStation station, int process)
    {
        (station.StartedNs[process], station.Served[process]) = (Now, 0);
        if (_database is null) return;
        if (station.Role == Role.Db) NodeStarted(station);
        if (station.Role != Role.App) return;
        foreach (var node in _database.Nodes)
        {
            _database.Pools.Of(station.Index, process, node.Index).Running = true;
            FillPool(_database.Pools.Of(station.Index, process, node.Index), node);
        }
    }

    /// <summary>It ends; what still carries a call is closed when the call is back.</summary>
    private void ClosePools(RoleStation station, int process)
    {
        if (_database is null) return;
        if (station.Role == Role.Db) NodeEnded(station);
        if (station.Role != Role.App) return;
        foreach (var node in _database.Nodes)
        {
            var pool = _database.Pools.Of(station.Index, process, node.Index);
            pool.Running = false;
            Shrink(pool, node, to: 0);
        }
    }

    private void OpenPools(RoleStation station)
    {
        for (var process = 0; process < station.Processes; process++) OpenPools(station, process);
    }

    private void ClosePools(RoleStation station)
    {
        for (var process = 0; process < station.Processes; process++) ClosePools(station, process);
    }

    /// <summary>All its processes start, the database's first: the others' pools want to connect.</summary>
    private void OpenPools(ServerNode server)
    {
        for (var role = server.Roles.Length - 1; role >= 0; role--)
            if (server.Roles[role] is { } station) OpenPools(station);
    }

    private void SetPoolSize(int size)
    {
        _database!.PoolSize = size;
        foreach (var node in _database.Nodes)
        {
            foreach (var pool in _database.Pools.To(node.Index))
            {
                Shrink(pool, node, size);
                FillPool(pool, node);
                WakePool(pool);
            }
        }
    }

    /// <summary>As many as the node still has; of a replica only where somebody reads from it.</summary>
    private void FillPool(ConnectionPool pool, DatabaseNode node)
    {
        var server = node.Station.Server;
        var connects = pool.Running && node is { Up: true, Synced: true } && server.Reachability == Reachability.Accepting
            && (server.Dropped & (1 << (int)Sender.App)) == 0 && (node == _database!.Primary ? !_database.Fenced : _readsReplicas);
        while (connects && pool.Open < _database!.PoolSize && node.Connections < _database.MaxConnections)
        {
            pool.Open++;
            node.Connections++;
        }
    }

    private static void Shrink(ConnectionPool pool, DatabaseNode node, int to)
    {
        var closed = Math.Min(pool.Open - pool.Busy, pool.Open - to);
        if (closed <= 0) return;
        pool.Open -= closed;
        node.Connections -= closed;
    }

    private ConnectionPool PoolOf(ref Request request)
    {
        ref var stay = ref request.Stays[(int)Role.App];
        return _database!.Pools.Of(stay.Station, stay.Process, request.Node);
    }

    private void TakePool(int slot, ServerNode? from)
    {
        ref var request = ref _pool[slot];
        var pool = PoolOf(ref request);
        if (pool.Busy < _database!.PoolSize)
        {
            request.Opens = pool.Open == pool.Busy;
            if (request.Opens) pool.Open++;
            pool.Busy++;
            request.HoldsPool = true;
            Call(slot, from, _database.Nodes[request.Node].Station.Server, Role.Db);
            return;
        }

        request.Phase = Phase.InPoolQueue;
        pool.Queue.Add(_pool, slot);
        WaitAtMost(_poolTimeout, slot);
    }

    private void ReleasePool(ref Request request)
    {
        var (pool, node) = (PoolOf(ref request), _database!.Nodes[request.Node]);
        request.HoldsPool = false;
        pool.Busy--;
        if (request.Opens) pool.Open--;
        request.Opens = false;
        Shrink(pool, node, !node.Gone && (pool.Running || pool.Queue.Count > 0) ? _database.PoolSize : 0);
        if (!_stations[request.Stays[(int)Role.App].Station].Server.Cutting) WakePool(pool);
    }

    private void WakePool(ConnectionPool pool)
    {
        // a call that is refused at once wakes the next one: in this loop, not deeper and deeper
        if (pool.Waking) return;
        pool.Waking = true;
        while (pool.Busy < _database!.PoolSize)
        {
            var next = pool.Queue.TakeFirst(_pool);
            if (next == RequestPool.None) break;
            _pool[next].Epoch++;
            // the primary may be another one by now
            CallDatabase(next, _stations[_pool[next].Stays[(int)Role.App].Station].Server);
        }

        pool.Waking = false;
    }
}
