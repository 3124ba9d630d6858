using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>What can stop a request at a server: firewall, blocked source, lost uplink, nothing listening.</summary>
internal sealed class Doors(Fleet fleet, LinkStation links)
{
    public Reachability MeetsAt(ref Request request, RoleNode role)
    {
        if (request.At == Request.AtServer) return MeetsItself(role);
        if (request.Tunnel > 0 && IsOpenStill(role)) return Reachability.Accepting;
        if (role.Server.Dropped != 0 && Drops(ref request, role)) return Reachability.Silent;
        if (links.AnySevered && IsSevered(ref request, role.Server)) return Reachability.Silent;
        return MeetsItself(role);
    }

    /// <summary>A server looks at what comes to it from outside, at the role it comes to.</summary>
    public bool Blocks(RoleNode role, ref Request request) =>
        role.Server.Blocked != 0 && IsBlocked(role.Server.Blocked, ref request)
        && fleet.ServerCalling(ref request, role.Role) != role.Server;

    /// <summary>Bit by bit the classes whose source is blocked; what the system itself sends comes from none.</summary>
    public static bool IsBlocked(int blocked, ref Request request) =>
        (blocked >> request.Class & 1) != 0 && request is { Probe: false, Message: 0, Warms: Warming.None };

    /// <summary>What comes from the server itself passes no firewall and no uplink.</summary>
    private static Reachability MeetsItself(RoleNode role) =>
        role.Server.Reachability == Reachability.Accepting && (role.Closed || role.Retired)
            ? Reachability.Refusing
            : role.Server.Reachability;

    /// <summary>A server that takes no new connections still has those there are.</summary>
    private static bool IsOpenStill(RoleNode role) =>
        role is { Server.Reachability: Reachability.Refusing, Closed: false, Retired: false };

    /// <summary>A firewall looks at who sends; what a server sends itself passes no firewall.</summary>
    private bool Drops(ref Request request, RoleNode role)
    {
        var caller = Fleet.CallerOf(ref request, role.Level);
        if (caller >= 0 && ReferenceEquals(fleet.CallerServer(ref request, caller), role.Server)) return false;
        var sender = caller < 0 ? Sender.Users : caller is (int)Role.Web or Request.AtInner ? Sender.Web : Sender.App;
        return role.Server.Drops(sender);
    }

    /// <summary>Is the way from whoever asks lost?</summary>
    private bool IsSevered(ref Request request, ServerNode server)
    {
        var from = fleet.CallerServer(ref request, request.At)?.Rack;
        return !ReferenceEquals(from, server.Rack) && (server.Rack.Severed || from is { Severed: true });
    }
}
