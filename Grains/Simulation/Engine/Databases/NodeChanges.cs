using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>Nodes of the database come, go and take each other's place.</summary>
internal sealed class NodeChanges(Kernel kernel, ServerStation servers, Database database, Pools pools, Tables tables)
{
    public bool Apply(Directive directive)
    {
        switch (directive)
        {
            // its work slots grow and shrink with its cores
            case ResizeServer resize when servers.Fleet[resize.Server].Roles[(int)Role.Db] is { } role:
                NodeOn(role)?.Resize();
                return true;
            case AddReplica add:
                database.Follow(servers.Fleet[add.Server].Roles[(int)Role.Db]!, add.LagNs);
                return true;
            case ServeReplica serve:
                Serve(NodeOn(serve.Server));
                return true;
            case RetireReplica retire:
                Retire(NodeOn(retire.Server));
                return true;
            case FencePrimary:
                Fence();
                return true;
            case PromoteReplica promote:
                database.Promote(NodeOn(promote.Server));
                return true;
            default:
                return false;
        }
    }

    public void Started(RoleNode role)
    {
        if (NodeOn(role) is not { } node) return;
        node.Start();
        if (node == database.Primary && !database.Fenced) database.FindPrimary();
    }

    public void Ended(RoleNode role)
    {
        if (NodeOn(role) is not { Up: true } node) return;
        node.Stop();
        if (node == database.Primary)
        {
            database.LosePrimary(kernel.Now);
            tables.End(AlterPhase.Lost);
        }

        pools.CutAll(node);
    }

    /// <summary>From now on no node is the primary: what the old one still has is lost.</summary>
    private void Fence()
    {
        var node = database.Primary;
        database.Fence(kernel.Now);
        if (!node.Up) return;
        servers.Losses.LoseAll(node.Role, process: 0);
        tables.End(AlterPhase.Lost);
        pools.CutAll(node);
    }

    /// <summary>A replica has all data: from now on it is asked.</summary>
    private void Serve(DatabaseNode node)
    {
        node.Synced = true;
        pools.FillAll(node);
    }

    /// <summary>Nobody asks it any more.</summary>
    private void Retire(DatabaseNode node)
    {
        (node.Synced, node.Gone) = (false, true);
        pools.EmptyAll(node);
    }

    private DatabaseNode? NodeOn(RoleNode role) => Array.Find(database.Nodes, node => node.Role == role);

    private DatabaseNode NodeOn(string server) => NodeOn(servers.Fleet[server].Roles[(int)Role.Db]!)!;
}
