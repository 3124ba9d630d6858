using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>The database: its nodes, the locks of its primary, and what all of them have in common.</summary>
internal sealed class Database(DatabaseSpec spec, DatabaseNode[] nodes, int keys)
{
    private int _turn;
    private int _windowDeadlocks;

    public string Id => spec.Id;

    /// <summary>All there ever were.</summary>
    public DatabaseNode[] Nodes { get; private set; } = nodes;

    public LockTable Locks { get; } = new();

    public ConnectionPools Pools { get; } = new(nodes.Length);

    /// <summary>Null: there never was a replica.</summary>
    public Replication? Replication { get; private set; } = nodes.Length > 1 ? new Replication(keys, spec.LagNs) : null;

    public DatabaseNode Primary { get; private set; } = nodes[0];

    /// <summary>No node takes writes: a replica is being promoted.</summary>
    public bool Fenced { get; private set; }

    /// <summary>When the primary was lost, −1: it was not. LostWrites: transactions no replica had got by then.</summary>
    public long LostAt { get; private set; } = -1;

    public int LostWrites { get; private set; }

    /// <summary>Of each node.</summary>
    public int MaxConnections { get; private set; } = spec.MaxConnections;

    /// <summary>In front of every node; null: there is none.</summary>
    public PoolerSpec? Pooler { get; private set; } = spec.Pooler;

    /// <summary>Connections that calls and pools may have open: to the pooler where there is one, else to the node.</summary>
    public int DoorLimit => Pooler?.Clients ?? MaxConnections;

    /// <summary>The pooler's to each node.</summary>
    public int ServerConnections => Math.Min(Pooler?.Connections ?? 0, MaxConnections);

    public void Limit(int maxConnections, PoolerSpec? pooler)
    {
        (MaxConnections, Pooler) = (maxConnections, pooler);
        foreach (var node in Nodes) node.Ceiling = Math.Max(DoorLimit, node.Connections);
    }

    public int PoolSize { get; set; } = spec.PoolSize;

    /// <summary>Of the last second.</summary>
    public int LastDeadlocks { get; private set; }

    public long Deadlocks { get; private set; }

    public void CountDeadlock()
    {
        Deadlocks++;
        _windowDeadlocks++;
    }

    public void RollWindow() => (LastDeadlocks, _windowDeadlocks) = (_windowDeadlocks, 0);

    /// <summary>Replicas that run take turns; without one it is the primary.</summary>
    public DatabaseNode NextReplica()
    {
        for (var tried = 0; tried < Nodes.Length; tried++)
        {
            _turn = _turn + 1 >= Nodes.Length ? 0 : _turn + 1;
            var node = Nodes[_turn];
            if (node != Primary && node.Synced && node.Role.Server.Reachability == Reachability.Accepting) return node;
        }

        return Primary;
    }

    /// <summary>A replica that has nothing yet.</summary>
    public void Follow(RoleNode role, long lagNs)
    {
        var node = new DatabaseNode(Nodes.Length, role, Primary.BufferedKeys, Primary.SlotsOn(role.Server))
        {
            Ceiling = DoorLimit,
        };
        Replication ??= new Replication(keys, lagNs);
        Nodes = [.. Nodes, node];
        Pools.Add();
        if (role.Server.Reachability == Reachability.Accepting) node.Start();
    }

    public void LosePrimary(long now)
    {
        if (LostAt >= 0) return;
        LostAt = now;
        LostWrites = Replication?.UnderWay(now) ?? 0;
    }

    public void FindPrimary() => LostAt = -1;

    public void Fence(long now)
    {
        LosePrimary(now);
        Fenced = true;
    }

    public void Promote(DatabaseNode node)
    {
        if (node != Primary) Replication!.Lose();
        Primary = node;
        Fenced = false;
        FindPrimary();
    }
}
