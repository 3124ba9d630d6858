using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>What the first packet of a connection meets at the address it was sent to.</summary>
internal sealed class Knocking(EventQueue queue, Fleet fleet, Addresses addresses, BalancerStation? balancer)
{
    private readonly TlsNode? _tls = balancer?.Tls;

    /// <summary>Do TLS connections to an address end at a server?</summary>
    public bool EndsAtServer(int address) => address >= 0 || (address == Address.Balancer && _tls is null);

    /// <summary>None: something listens. Unreachable: nothing answers.</summary>
    public Cause Refuses(ref Request request)
    {
        if (request.Address >= 0) return AtServer(ref request, fleet.Servers[request.Address]);
        return request.Address == Address.Balancer ? AtBalancer(ref request, balancer!.Node) : Cause.None;
    }

    private Cause AtBalancer(ref Request request, BalancerNode node)
    {
        var refused = node.Down ? Cause.Refused
            : Doors.IsBlocked(node.Blocked, ref request) ? Cause.Blocked
            : _tls is { Full: true } ? Cause.Unreachable
            : _tls is not null && !_tls.Gate.Passes(queue.Now) ? Cause.RateLimited
            : Cause.None;
        if (refused is Cause.None or Cause.Unreachable) return refused;
        var meter = refused == Cause.Blocked ? node.Meter : _tls?.Meter ?? node.Meter;
        meter.Arrive();
        meter.Refuse(refused);
        return refused;
    }

    private Cause AtServer(ref Request request, ServerNode server)
    {
        if (server.Drops(Sender.Users) || server.Reachability == Reachability.Silent || server.Rack.Severed)
            return Cause.Unreachable;
        var role = server.Roles[(int)addresses.RoleOf(request.Class)];
        var refused = role is null || server.Reachability != Reachability.Accepting ? Cause.Refused
            : Doors.IsBlocked(server.Blocked, ref request) ? Cause.Blocked
            : Cause.None;
        if (refused == Cause.None) return Cause.None;
        role?.Meter.Arrive();
        role?.Meter.Refuse(refused);
        return refused;
    }
}
