using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>Where users go: what their addresses mean, and who stands in for a balancer where there is none.</summary>
internal sealed class Addresses(UserStation users, Fleet fleet, BalancerStation? balancer, string? edge)
{
    private int _turn;

    /// <summary>Where users go who have no name server of their own.</summary>
    public int Usual(int index) =>
        edge is not null ? Address.Edge : balancer is not null ? Address.Balancer : DoorOf(RoleOf(index));

    public int Of(string id) =>
        id == edge ? Address.Edge : id == balancer?.Node.Id ? Address.Balancer : fleet[id].Index;

    public Role RoleOf(int index) => users.Classes[index].Entry;

    /// <summary>Without a balancer the users' name server hands out the servers that ever ran, in turn, dead or alive.</summary>
    public ServerNode? NextServer(Role role)
    {
        var servers = fleet.Servers;
        for (var tried = 0; tried < servers.Count; tried++)
        {
            _turn = _turn + 1 >= servers.Count ? 0 : _turn + 1;
            if (servers[_turn] is { Joined: true, Gone: false } server && server.Has(role)) return server;
        }

        return null;
    }

    /// <summary>Counts how often the end of connections to an address lost them all.</summary>
    public int IncarnationOf(int address) => address switch
    {
        >= 0 => fleet.Servers[address].Incarnation,
        Address.Balancer => balancer!.Node.Incarnation,
        _ => 0,
    };

    /// <summary>With no address left it still leads to the last one.</summary>
    private int DoorOf(Role role) =>
        NextServer(role)?.Index ?? fleet.Servers.FindLastIndex(server => server.Has(role));
}
