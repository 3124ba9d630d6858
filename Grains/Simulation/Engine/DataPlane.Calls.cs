using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>Whom a role asks next, and the answer's way back to the caller.</summary>
internal sealed partial class DataPlane
{
    private readonly Draw _versionErrors;
    private int _appTurn;

    private void AfterApp(int slot, RoleStation station)
    {
        ref var request = ref _pool[slot];
        var (server, version) = (station.Server, station.Version);
        var asks = !request.Probe || request.Deep;
        if (asks && server.Disk.Full)
        {
            request.Failure = Cause.DiskFull;
            Leave(slot);
        }
        else if (asks && version.ErrorRate > 0 && _versionErrors.Unit(request.Luck) < version.ErrorRate)
        {
            request.Failure = Cause.Error;
            Leave(slot);
        }
        else if (!request.Probe && !request.Write && _cache is { Serving: true } && _classes[request.Class].AsksCache)
        {
            Travel(slot, server.Rack, _cache.Rack, Wire(server.Rack, _cache.Rack), EventKind.ReachCache, 0);
        }
        else
        {
            CallDatabase(slot, server);
        }
    }

    private bool HasApp() => _servers.Exists(server => !server.Gone && server.Roles[(int)Role.App] is not null);

    private void CallApp(int slot, ServerNode from)
    {
        if (!Guard(slot)) return;
        if (from.Roles[(int)Role.App] is { } beside)
        {
            var port = _stations[_pool[slot].Stays[(int)Role.Web].Station].Port;
            if (from.Ports[port] is { } listening)
            {
                Travel(slot, from, from, EventKind.ReachStation, listening.Index);
            }
            else
            {
                beside.Meter.Arrive();
                beside.Meter.Refuse(Cause.Refused);
                TurnAway(slot, beside, Cause.Refused);
            }

            return;
        }

        if (_inner is not null)
        {
            Travel(slot, from, null, EventKind.ReachInner, 0);
            return;
        }

        var chosen = -1;
        for (var tried = 0; tried < _servers.Count; tried++)
        {
            _appTurn = _appTurn + 1 >= _servers.Count ? 0 : _appTurn + 1;
            if (_servers[_appTurn].Gone || _servers[_appTurn].Roles[(int)Role.App] is null) continue;
            if (chosen < 0) chosen = _appTurn;
            if (_servers[_appTurn].Reachability != Reachability.Accepting) continue;
            chosen = _appTurn;
            break;
        }

        if (chosen < 0) Travel(slot, _connectTimeoutLane, EventKind.ConnectTimeout, _pool[slot].At);
        else Call(slot, from, _servers[chosen], Role.App);
    }

    private void CallDatabase(int slot, ServerNode? from)
    {
        ref var request = ref _pool[slot];
        var wants = request.Probe ? request.Deep : _classes[request.Class].Passes[(int)Role.Db];
        if (!wants || _database is null)
        {
            Leave(slot);
            return;
        }

        if (request.At == (int)Role.App && !Guard(slot)) return;
        var node = NodeFor(ref request);
        request.Node = node.Index;
        if (request.At == (int)Role.App && _database.PoolSize > 0) TakePool(slot, from);
        else Call(slot, from, node.Station.Server, Role.Db);
    }

    /// <summary>A role is done with a request: its thread is free, the answer goes to the caller.</summary>
    private void Leave(int slot)
    {
        ref var request = ref _pool[slot];
        var role = request.At;
        var server = _stations[request.Stays[role].Station].Server;
        _traces?.Leave(ref request, Now, request.Failure);
        // a guarded call that never left, for want of a connection, counts too
        if (request.Guarded != 0) Judge(ref request, role);
        Release(slot, role, request.Failure);
        Return(slot, role, server);
    }

    private void Return(int slot, int role, ServerNode server)
    {
        ref var request = ref _pool[slot];
        var caller = CallerOf(ref request, role);
        if (caller <= Request.AtUser) ToUser(slot, server.Rack);
        else Travel(slot, server, CallerServer(ref request, caller), EventKind.Answered, caller);
    }

    private static int CallerOf(ref Request request, int role)
    {
        if (role > (int)Role.App && request.Stays[(int)Role.App].Station >= 0) return (int)Role.App;
        if (role == (int)Role.App && request.Passes[1].Target >= 0) return Request.AtInner;
        if (role > (int)Role.Web && request.Stays[(int)Role.Web].Station >= 0) return (int)Role.Web;
        return request.Passes[0].Target >= 0 ? Request.AtBalancer : request.InEdge ? Request.AtEdge : Request.AtUser;
    }

    private ServerNode? CallerServer(ref Request request, int caller) =>
        caller is < 0 or Request.AtInner ? null : _stations[request.Stays[caller].Station].Server;
}
