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
    Kernel kernel, WatchStation watch, ServerStation servers, Database database, Waits waits, DatabaseStation station,
    bool readsReplicas)
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
            if (request.Phase == Phase.Free || !request.HoldsPool || request.Opens || request.Node != node.Index) continue;
            request.Opens = true;
            node.Connections--;
        }
    }

    public void Take(int slot, ServerNode? from)
    {
        ref var request = ref _pool[slot];
        var connections = Of(ref request);
        if (connections.Busy < database.PoolSize)
        {
            request.Opens = connections.Open == connections.Busy;
            if (request.Opens) connections.Open++;
            connections.Busy++;
            request.HoldsPool = true;
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
        if (request.Opens) connections.Open--;
        request.Opens = false;
        var wanted = !node.Gone && (connections.Running || connections.Queue.Count > 0);
        Shrink(connections, node, wanted ? database.PoolSize : 0);
        if (!servers.Fleet.HolderOf(ref request, (int)Role.App).Server.Cutting) Wake(connections);
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
            && !server.Drops(Sender.App) && (node == database.Primary ? !database.Fenced : readsReplicas);
        while (connects && connections.Open < database.PoolSize && node.Connections < database.MaxConnections)
        {
            connections.Open++;
            node.Connections++;
        }
    }

    private static void Shrink(ConnectionPool connections, DatabaseNode node, int to)
    {
        var closed = Math.Min(connections.Open - connections.Busy, connections.Open - to);
        if (closed <= 0) return;
        connections.Open -= closed;
        node.Connections -= closed;
    }
}
