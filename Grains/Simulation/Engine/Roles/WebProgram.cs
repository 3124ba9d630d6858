using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Roles;

/// <summary>
/// The web role: what needs an application goes to the one beside it, or through the inner balancer, or in turn to all.
/// </summary>
internal sealed class WebProgram(
    RequestPool pool, UserStation users, LinkStation links, ServerStation servers, RoleStation roles, bool hasInner)
    : RoleProgram(servers.Leaving, servers.Threads)
{
    private readonly List<ServerNode> _servers = servers.Fleet.Servers;
    private readonly UserClass[] _classes = users.Classes;
    private int _turn;

    public override void Worked(int slot, RoleNode role)
    {
        ref var request = ref pool[slot];
        var wantsApp = request.Probe ? request.Deep && HasApp() : _classes[request.Class].Passes[(int)Role.App];
        if (!wantsApp) roles.AskDatabase(slot, role.Server);
        else if (servers.Guards.Lets(ref request)) CallApp(slot, role);
        else Leaving.Leave(slot);
    }

    private bool HasApp() => _servers.Exists(server => !server.Gone && server.Has(Role.App));

    private void CallApp(int slot, RoleNode web)
    {
        var from = web.Server;
        roles.Await(slot, web);
        if (from.Roles[(int)Role.App] is { } beside)
        {
            CallBeside(slot, web, beside);
        }
        else if (hasInner)
        {
            links.Travel(slot, from.Rack, null, StepKind.ReachInner, 0);
        }
        else if (NextWithApp() is { } server)
        {
            servers.Calls.Call(slot, from, server, Role.App);
        }
        else
        {
            links.NoAnswer(slot, pool[slot].At);
        }
    }

    private void CallBeside(int slot, RoleNode web, RoleNode beside)
    {
        if (web.Server.Ports[web.Port] is { } listening)
        {
            servers.Calls.Travel(slot, web.Server, web.Server, StepKind.ReachRole, listening.Index);
            return;
        }

        beside.Meter.Arrive();
        servers.Threads.TurnAway(slot, beside, Cause.Refused);
    }

    /// <summary>In turn those that run; where none does, whichever is next.</summary>
    private ServerNode? NextWithApp()
    {
        ServerNode? next = null;
        for (var tried = 0; tried < _servers.Count; tried++)
        {
            _turn = _turn + 1 >= _servers.Count ? 0 : _turn + 1;
            var server = _servers[_turn];
            if (server.Gone || !server.Has(Role.App)) continue;
            if (server.Reachability == Reachability.Accepting) return server;
            next ??= server;
        }

        return next;
    }
}
