using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>Nodes of the database come, go and take each other's place.</summary>
internal sealed class NodeChanges(Kernel kernel, ServerStation servers, Database database, Pools pools, Tables tables)
{
    /// <summary>Its work slots grow and shrink with its server's cores.</summary>
    public void Resize(string server)
    {
        if (servers.Fleet[server].Roles[(int)Role.Db] is { } role) NodeOn(role)?.Resize();
    }

    public void Follow(string server, long lagNs) => database.Follow(servers.Fleet[server].Roles[(int)Role.Db]!, lagNs);

    public void Promote(string server) => database.Promote(NodeOn(server));

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
    public void Fence()
    {
        var node = database.Primary;
        database.Fence(kernel.Now);
        if (!node.Up) return;
        servers.Losses.LoseAll(node.Role, process: 0);
        tables.End(AlterPhase.Lost);
        pools.CutAll(node);
    }

    /// <summary>A replica has all data: from now on it is asked.</summary>
    public void Serve(string server)
    {
        var node = NodeOn(server);
        node.Synced = true;
        pools.FillAll(node);
    }

    /// <summary>Nobody asks it any more.</summary>
    public void Retire(string server)
    {
        var node = NodeOn(server);
        (node.Synced, node.Gone) = (false, true);
        pools.EmptyAll(node);
    }

    private DatabaseNode? NodeOn(RoleNode role) => Array.Find(database.Nodes, node => node.Role == role);

    private DatabaseNode NodeOn(string server) => NodeOn(servers.Fleet[server].Roles[(int)Role.Db]!)!;
}
