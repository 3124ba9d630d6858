using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Databases;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>What the control plane changes of the database.</summary>
internal sealed class DatabaseControls(
    UserStation users, ServerStation servers, Database database, Waits waits, Pools pools, Pooler pooler, Tables tables,
    Sessions sessions, NodeChanges nodes, DatabaseProgram program)
{
    public Tables Tables => tables;

    public Sessions Sessions => sessions;

    public NodeChanges Nodes => nodes;

    public void Set(SetDatabase set)
    {
        Pace(set.SlowFactor);
        database.Limit(set.MaxConnections, set.Pooler);
        if (database.Replication is { } replication) replication.LagNs = set.LagNs;
        if (database.PoolSize != set.PoolSize) pools.Resize(set.PoolSize);
        waits.Limit(set.LockTimeoutNs, set.StatementTimeoutNs, set.PoolTimeoutNs, set.Pooler);
        if (set.Pooler is not null) pooler.Changed();
    }

    private void Pace(double slow)
    {
        if (program.Slow == slow) return;
        program.Slow = slow;
        foreach (var node in database.Nodes) servers.Cores.Changed(node.Role.Server);
    }

    public void Set(SetReads set)
    {
        var asking = Array.Find(users.Classes, each => each.Spec.Id == set.Class)!;
        (asking.ReplicaReads, asking.PrimaryAfterWriteNs) = (set.Replica, set.PrimaryAfterWriteNs);
        foreach (var node in database.Nodes) pools.FillAll(node);
    }
}
