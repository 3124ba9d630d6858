using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>The way in: the balancer's choice, its probes, and answers on their way out.</summary>
internal sealed partial class DataPlane
{
    private int _entryTurn;

    private void ReachEntry(int slot)
    {
        ref var request = ref _pool[slot];
        if (_balancer is null)
        {
            if (EntryRole(request.Class) == Role.Db) CallDatabase(slot, null);
            else Call(slot, null, EntryServer(request.Class), EntryRole(request.Class));
            return;
        }

        request.At = Request.AtBalancer;
        request.BalancerIn = Now;
        _balancer.Meter.Arrive();
        _traces?.Enter(ref request, _balancer.Id, null, Now);
        var passes = !_balancer.Down && _balancer.LetsThrough(Now);
        var target = !passes ? -1 : request.Pin >= 0 ? request.Pin : _balancer.Pick(request.Luck);
        if (target < 0)
        {
            request.Failure = passes ? Cause.NoTarget : _balancer.Down ? Cause.Refused : Cause.RateLimited;
            _balancer.Meter.Refuse(request.Failure);
            _traces?.Leave(ref request, Now, request.Failure);
            ToUser(slot);
            return;
        }

        _balancer.Meter.Enter(Now);
        _balancer.Meter.Start(Now);
        _traces?.Work(ref request, Now);
        request.Target = target;
        _balancer[target].Outstanding++;
        _balancer[target].WindowArrived++;
        Call(slot, null, _balancer[target].Server, EntryRole(request.Class));
    }

    private Role EntryRole(int index) => _classes[index].Entry;

    /// <summary>Without a balancer the users' name server hands out the servers that ever ran, in turn, dead or alive.</summary>
    private ServerNode EntryServer(int index)
    {
        var role = (int)EntryRole(index);
        for (var tried = 0; tried < _servers.Count; tried++)
        {
            _entryTurn = _entryTurn + 1 >= _servers.Count ? 0 : _entryTurn + 1;
            if (_servers[_entryTurn] is { Joined: true } server && server.Roles[role] is not null) return server;
        }

        throw new InvalidOperationException("no server has the role users ask for");
    }

    private void Call(int slot, ServerNode? from, ServerNode to, Role role) =>
        Travel(slot, from, to, EventKind.ReachStation, to.Roles[(int)role]!.Index);

    /// <summary>An answer (or a failure) has come back to a caller: a role, the balancer or the user.</summary>
    private void Answered(int slot, int caller)
    {
        ref var request = ref _pool[slot];
        request.At = caller;
        if (caller == Request.AtUser)
        {
            Deliver(slot);
        }
        else if (caller == Request.AtEdge)
        {
            PassEdge(slot);
        }
        else if (caller == Request.AtBalancer)
        {
            PassBalancer(slot);
        }
        else
        {
            if (request.Fills && caller == (int)Role.App) FillCache(ref request);
            // last: whoever takes the connection may bring new requests, and the slots may move
            if (request.HoldsPool) ReleasePool(ref request);
            Leave(slot);
        }
    }

    private void PassBalancer(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.Probe)
        {
            if (!request.Abandoned) ProbeEnds(ref request, request.Failure == Cause.None ? ProbeResult.Ok : ProbeResult.Failed);
            _pool.Release(slot);
            return;
        }

        _balancer![request.Target].Outstanding--;
        _balancer.Meter.Leave(Now, request.BalancerIn, request.BalancerIn, true, request.Failure);
        _traces?.Leave(ref request, Now, request.Failure);
        ToUser(slot);
    }

    private void ToUser(int slot)
    {
        ref var request = ref _pool[slot];
        request.At = request.InEdge ? Request.AtEdge : Request.AtUser;
        Travel(slot, request.InEdge ? _originLane : _internetLane, EventKind.Answered, request.At);
    }

    private void SendProbe(SendProbe order)
    {
        var target = _balancer!.IndexOf(order.Server);
        var slot = _pool.Take();
        if (slot == RequestPool.None)
        {
            _balancer.Probes.Add(new Probe(order.Server, ProbeResult.Failed, 0));
            return;
        }

        ref var request = ref _pool[slot];
        request.Probe = true;
        request.Deep = order.Path == CheckPath.Deep;
        request.Number = _probeNumber++;
        request.At = Request.AtBalancer;
        request.BalancerIn = Now;
        request.Target = target;
        _queue.AfterLane(_queue.LaneOf(order.TimeoutNs), EventKind.PatienceEnds, slot, request.Life, 0);
        var server = _balancer[target].Server;
        Call(slot, null, server, server.Roles[(int)Role.Web] is null ? Role.App : Role.Web);
    }

    private void ProbeEnds(ref Request request, ProbeResult result) =>
        _balancer!.Probes.Add(new Probe(_balancer[request.Target].Server.Id, result, Now - request.BalancerIn));
}
