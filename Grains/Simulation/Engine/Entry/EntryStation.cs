using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Databases;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>The way in where no balancer stands: the servers themselves, in turn.</summary>
internal sealed class EntryStation : Station
{
    private readonly Addresses _addresses;
    private readonly LinkStation _links;
    private readonly ServerStation _servers;
    private readonly DatabaseStation? _database;
    private readonly bool _hasInner;

    public EntryStation(
        Kernel kernel, Addresses addresses, LinkStation links, ServerStation servers, DatabaseStation? database,
        BalancerStation? inner)
        : base(kernel)
    {
        (_addresses, _links, _servers, _database, _hasInner) = (addresses, links, servers, database, inner is not null);
        kernel.Takes(this, StepKind.ReachEntry);
    }

    public override void Reach(StepKind kind, int slot, int arg)
    {
        var role = _addresses.RoleOf(Pool[slot].Class);
        if (role == Role.Db && _database is not null) _database.Ask(slot, null);
        else if (role == Role.App && _hasInner) Kernel.Step(StepKind.ReachInner, slot, 0);
        else if (_addresses.NextServer(role) is { } server) _servers.Calls.Call(slot, null, server, role);
        else _links.NoAnswer(slot, Request.AtUser);
    }
}
