using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// Pools of database connections: filled when their process starts (as HikariCP, whose minimumIdle is its maximumPoolSize), kept
/// open whether used or not, closed when the process ends. What is missing is opened by the call that needs it.
/// </summary>
internal sealed class Pools(
    Kernel kernel, WatchStation watch, ServerStation servers, Database database, Pooler pooler, Waits waits,
    SecondConnections seconds, DatabaseStation station)
{
    private readonly RequestPool _pool = kernel.Pool;

    public ConnectionPool Of(ref Request request)
    {
        ref var stay = ref request.Stays[(int)Role.App];
        return database.Pools.Of(stay.Station, stay.Process, request.Node);
    }

    /// <summary>An application's process starts.</summary>
    public void Open(RoleNode app, int process)
    {
        foreach (var node in database.Nodes)
        {
            var connections = database.Pools.Of(app.Index, process, node.Index);
            connections.Running = true;
            Fill(connections, node);
        }
    }

    /// <summary>It ends; what still carries a call is closed when the call is back.</summary>
    public void Close(RoleNode app, int process)
    {
        foreach (var node in database.Nodes)
        {
            var connections = database.Pools.Of(app.Index, process, node.Index);
            connections.Running = false;
            Shrink(connections, node, to: 0);
        }
    }

    public void Resize(int size)
    {
        database.PoolSize = size;
        foreach (var node in database.Nodes)
        {
            foreach (var connections in database.Pools.To(node.Index))
            {
                Shrink(connections, node, size);
                Fill(connections, node);
                Wake(connections);
            }
        }
    }

    public void FillAll(DatabaseNode node)
    {
        foreach (var connections in database.Pools.To(node.Index)) Fill(connections, node);
    }

    /// <summary>Idle connections to a node are closed, the others as their calls come back.</summary>
    public void EmptyAll(DatabaseNode node)
    {
        foreach (var connections in database.Pools.To(node.Index)) Shrink(connections, node, to: 0);
    }

    /// <summary>All pools lose theirs to a node; who carries a call finds out when it needs it again.</summary>
    public void CutAll(DatabaseNode node)
    {
        EmptyAll(node);
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free) continue;
            SecondConnections.Cut(ref request, node);
            if (!request.HoldsPool || request.Node != node.Index) continue;
            pooler.Keeps(ref request, node, closed: true);
            if (request.Opens) continue;
            request.Opens = true;
            node.Connections--;
        }

        pooler.Cut(node);
    }

    public void Take(int slot, ServerNode? from)
    {
        ref var request = ref _pool[slot];
        var connections = Of(ref request);
        if (connections.Busy < database.PoolSize)
        {
            if (seconds.Wants(ref request))
            {
                seconds.TakeFirst(slot, connections, database.Nodes[request.Node]);
                return;
            }

            request.Opens = connections.Open == connections.Busy;
            if (request.Opens) connections.Open++;
            connections.Busy++;
            request.HoldsPool = true;
            if (!request.Opens && connections.Linked > 0)
            {
                connections.Linked--;
                request.HoldsServer = true;
            }

            watch.Traces?.GoOn(ref request, kernel.Now);
            servers.Calls.Call(slot, from, database.Nodes[request.Node].Role.Server, Role.Db);
            return;
        }

        request.Phase = Phase.InPoolQueue;
        watch.Traces?.Pause(ref request, kernel.Now);
        connections.Queue.Add(_pool, slot);
        waits.ForPool(slot, ref request);
    }

    public void Release(ref Request request)
    {
        var (connections, node) = (Of(ref request), database.Nodes[request.Node]);
        request.HoldsPool = false;
        connections.Busy--;
        if (pooler.Keeps(ref request, node, closed: request.Opens)) connections.Linked++;
        if (request.Opens) connections.Open--;
        request.Opens = false;
        var app = servers.Fleet.HolderOf(ref request, (int)Role.App);
        var process = request.Stays[(int)Role.App].Process;
        var first = seconds.Release(ref request);
        Return(connections, node, app);
        if (first >= 0 && first != node.Index) ReturnFirst(app, process, first);
    }

    /// <summary>The first of a request's two connections is free again, wherever it led.</summary>
    public void ReturnFirst(RoleNode app, int process, int node) =>
        Return(database.Pools.Of(app.Index, process, node), database.Nodes[node], app);

    private void Return(ConnectionPool connections, DatabaseNode node, RoleNode app)
    {
        var wanted = !node.Gone && (connections.Running || connections.Queue.Count > 0);
        Shrink(connections, node, wanted ? database.PoolSize : 0);
        if (!app.Server.Cutting) Wake(connections);
    }

    private void Wake(ConnectionPool connections)
    {
        // a call that is refused at once wakes the next one: in this loop, not deeper and deeper
        if (connections.Waking) return;
        connections.Waking = true;
        while (connections.Busy < database.PoolSize)
        {
            var next = connections.Queue.TakeFirst(_pool);
            if (next == RequestPool.None) break;
            _pool[next].Epoch++;
            // the primary may be another one by now
            station.Ask(next, servers.Fleet.HolderOf(ref _pool[next], (int)Role.App).Server);
        }

        connections.Waking = false;
    }

    /// <summary>As many as the node still has; of a replica only where somebody reads from it.</summary>
    private void Fill(ConnectionPool connections, DatabaseNode node)
    {
        var server = node.Role.Server;
        var connects = connections.Running && node is { Up: true, Synced: true } && server.Reachability == Reachability.Accepting
            && !server.Drops(Sender.App) && (node == database.Primary ? !database.Fenced : station.ReadsReplicas);
        while (connects && connections.Open < database.PoolSize && node.Connections < database.DoorLimit)
        {
            connections.Open++;
            node.Connections++;
        }
    }

    private void Shrink(ConnectionPool connections, DatabaseNode node, int to)
    {
        var closed = Math.Min(connections.Open - connections.Busy, connections.Open - to);
        if (closed <= 0) return;
        // those with nothing behind them go first
        var linked = Math.Max(0, closed - (connections.Open - connections.Busy - connections.Linked));
        connections.Linked -= linked;
        connections.Open -= closed;
        node.Connections -= closed;
        pooler.Free(node, linked);
    }
}
