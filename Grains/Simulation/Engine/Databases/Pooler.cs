using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Databases;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// The pooler in front of every node: a call that has come in over a client's connection takes one to the node, or waits for one.
/// By session the client keeps it until it disconnects.
/// </summary>
internal sealed class Pooler(Kernel kernel, WatchStation watch, Database database, Waits waits)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly List<PoolerLine> _lines = [];

    /// <summary>Who goes on with a call that has a connection to its node.</summary>
    public Action<int> Connected { get; set; } = _ => { };

    public int Waiters => _lines.Sum(line => line.Queue.Count);

    private bool BySession => database.Pooler is { Mode: PoolerMode.Session };

    public PoolerLine To(DatabaseNode node)
    {
        while (_lines.Count <= node.Index) _lines.Add(new PoolerLine());
        return _lines[node.Index];
    }

    /// <summary>A call is in. False: it waits for a connection to the node first.</summary>
    public bool Take(int slot, DatabaseNode node)
    {
        ref var request = ref _pool[slot];
        if (database.Pooler is null || request.HoldsServer) return true;
        var line = To(node);
        if (Give(line, ref request)) return true;
        request.Phase = Phase.InPoolerQueue;
        watch.Traces?.Pause(ref request, kernel.Now);
        line.Queue.Add(_pool, slot);
        waits.ForPooler(slot, ref request);
        return false;
    }

    /// <summary>A call is over.</summary>
    public void Left(ref Request request, DatabaseNode node)
    {
        // a pooled client connection keeps it for its session
        if (!request.HoldsServer || (BySession && request.HoldsPool)) return;
        request.HoldsServer = false;
        Free(node, 1);
    }

    /// <summary>A client's connection comes back to its pool. True: with a connection to the node that it keeps.</summary>
    public bool Keeps(ref Request request, DatabaseNode node, bool closed)
    {
        if (!request.HoldsServer) return false;
        request.HoldsServer = false;
        if (BySession && !closed) return true;
        Free(node, 1);
        return false;
    }

    /// <summary>Clients that had so many connections to a node have them no longer.</summary>
    public void Free(DatabaseNode node, int connections)
    {
        if (connections == 0) return;
        To(node).Busy -= connections;
        Wake(node);
    }

    public void StopWaiting(int slot) => To(database.Nodes[_pool[slot].Node]).Queue.Remove(_pool, slot);

    /// <summary>The node ends, and all connections to it.</summary>
    public void Cut(DatabaseNode node) => To(node).Open = To(node).Busy;

    public void Changed()
    {
        foreach (var node in database.Nodes)
        {
            if (!BySession) Free(node, database.Pools.To(node.Index).Sum(pool => pool.TakeLinked()));
            To(node).Open = Math.Max(To(node).Busy, Math.Min(To(node).Open, database.ServerConnections));
            Wake(node);
        }
    }

    public void Audit(List<string> broken)
    {
        kernel.Expect(Phase.InPoolerQueue, Waiters, broken);
        foreach (var node in database.Nodes)
        {
            var held = database.Pools.To(node.Index).Sum(pool => pool.Linked);
            for (var slot = 0; slot < _pool.Used; slot++)
                if (_pool[slot].Phase != Phase.Free && _pool[slot].HoldsServer && _pool[slot].Node == node.Index) held++;
            var (busy, open) = (To(node).Busy, To(node).Open);
            var name = node.Role.Server.Id;
            if (held != busy || busy > open) broken.Add($"{name}: of {open} pooler connections {busy} are busy, {held} held");
            if (To(node).Queue.Count > 0 && busy < database.ServerConnections)
                broken.Add($"{name}: a call waits at the pooler though a connection is free");
        }
    }

    private bool Give(PoolerLine line, ref Request request)
    {
        if (line.Busy >= database.ServerConnections) return false;
        line.Busy++;
        line.Open = Math.Max(line.Open, line.Busy);
        return request.HoldsServer = true;
    }

    private void Wake(DatabaseNode node)
    {
        var line = To(node);
        if (node.Role.Server.Cutting) return;
        while (line.Queue.Count > 0 && line.Busy < database.ServerConnections)
        {
            var next = line.Queue.TakeFirst(_pool);
            _pool[next].Epoch++;
            Give(line, ref _pool[next]);
            Connected(next);
        }
    }
}
