using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine;

/// <summary>Nodes of the database come, go and take each other's place.</summary>
internal sealed partial class DataPlane
{
    private DatabaseNode? NodeOn(RoleStation station) => Array.Find(_database!.Nodes, node => node.Station == station);

    private void NodeStarted(RoleStation station)
    {
        if (NodeOn(station) is not { } node) return;
        node.Start();
        if (node == _database!.Primary && !_database.Fenced) _database.FindPrimary();
    }

    private void NodeEnded(RoleStation station)
    {
        if (NodeOn(station) is not { Up: true } node) return;
        node.Stop();
        if (node == _database!.Primary) _database.LosePrimary(Now);
        CloseConnections(node);
    }

    /// <summary>All pools lose theirs; who carries a call finds out when it needs it again.</summary>
    private void CloseConnections(DatabaseNode node)
    {
        foreach (var pool in _database!.Pools.To(node.Index)) Shrink(pool, node, to: 0);
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free || !request.HoldsPool || request.Opens || request.Node != node.Index) continue;
            request.Opens = true;
            node.Connections--;
        }
    }

    /// <summary>From now on no node is the primary: what the old one still has is lost.</summary>
    private void Fence()
    {
        var node = _database!.Primary;
        _database.Fence(Now);
        if (!node.Up) return;
        LoseAll(node.Station, process: 0);
        CloseConnections(node);
    }

    private DatabaseNode NodeOn(string server) => NodeOn(NodeOf(server).Roles[(int)Role.Db]!)!;

    /// <summary>A replica has all data: from now on it is asked.</summary>
    private void Serve(DatabaseNode node)
    {
        node.Synced = true;
        foreach (var pool in _database!.Pools.To(node.Index)) FillPool(pool, node);
    }

    /// <summary>Nobody asks it any more; idle connections to it are closed, the others as their calls come back.</summary>
    private void Retire(DatabaseNode node)
    {
        (node.Synced, node.Gone) = (false, true);
        foreach (var pool in _database!.Pools.To(node.Index)) Shrink(pool, node, to: 0);
    }

    private void Promote(string server) => _database!.Promote(NodeOn(server));
}
