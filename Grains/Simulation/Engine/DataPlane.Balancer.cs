using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>The way in and the balancers' part: whom they let in, whom they choose, who waits, their probes, and answers on their way out.</summary>
internal sealed partial class DataPlane
{
    private int _entryTurn;

    private void ReachEntry(int slot)
    {
        var role = EntryRole(_pool[slot].Class);
        if (_balancer is not null) ReachBalancer(slot, _balancer);
        else if (role == Role.Db) CallDatabase(slot, null);
        else if (_inner is not null && role == Role.App) ReachBalancer(slot, _inner);
        else if (EntryServer(role) is { } server) Call(slot, null, server, role);
        else Travel(slot, _connectTimeoutLane, EventKind.ConnectTimeout, Request.AtUser);
    }

    private void ReachBalancer(int slot, BalancerNode balancer)
    {
        ref var request = ref _pool[slot];
        request.At = balancer.Place;
        ref var pass = ref request.Passes[balancer.Level];
        pass.In = Now;
        pass.Start = -1;
        balancer.Meter.Arrive();
        _traces?.Enter(ref request, balancer.Id, null, Now);
        request.Failure = Admit(ref request, balancer, out var target);
        if (request.Failure != Cause.None)
        {
            balancer.Meter.Refuse(request.Failure);
            _traces?.Leave(ref request, Now, request.Failure);
            if (_accesses is not null) LogAtBalancer(slot, balancer, request.Failure);
            FromBalancer(slot, balancer);
            return;
        }

        balancer.Meter.Enter(Now);
        if (target >= 0)
        {
            Dispatch(slot, balancer, target);
            return;
        }

        request.Phase = Phase.InBalancerQueue;
        balancer.Queue.Add(_pool, slot);
        if (balancer.Limits.QueueTimeoutNs > 0)
            _queue.At(Now + balancer.Limits.QueueTimeoutNs, EventKind.WaitTimeout, slot, request.Epoch, 0);
    }

    /// <summary>Why a balancer turns a request away at once, or its target (−1: it waits). Probes pass by limits of traffic.</summary>
    private Cause Admit(ref Request request, BalancerNode balancer, out int target)
    {
        target = -1;
        if (balancer.Down) return Cause.Refused;
        if (balancer.Blocked != 0 && IsBlocked(balancer.Blocked, ref request)) return Cause.Blocked;
        if (!request.Probe && !balancer.LetsThrough(Now)) return Cause.RateLimited;
        if (!request.Probe && balancer.Sheds(_classes[request.Class].ShedRank)) return Cause.LoadShed;
        if (request.Pin >= 0 && balancer.Level == 0)
        {
            target = request.Pin;
            return Cause.None;
        }

        if (!balancer.Serves) return Cause.NoTarget;
        // who waits already goes first
        if (balancer.Queue.Count == 0) target = balancer.Pick(request.Luck, Now);
        return target < 0 && balancer.Queue.Count >= balancer.Limits.Queue ? Cause.QueueFull : Cause.None;
    }

    private void Dispatch(int slot, BalancerNode balancer, int target)
    {
        ref var request = ref _pool[slot];
        balancer.Meter.Start(Now);
        _traces?.Work(ref request, Now);
        ref var pass = ref request.Passes[balancer.Level];
        pass.Start = Now;
        pass.Target = target;
        // the connection that is being made leads there from now on
        if (request.ShakesHands && balancer.Level == 0) request.Pin = target;
        balancer[target].Outstanding++;
        balancer[target].WindowArrived++;
        Call(slot, null, balancer[target].Server, balancer.Level == 0 ? DoorOf(ref request, balancer[target].Server) : Role.App);
    }

    private Role DoorOf(ref Request request, ServerNode server) =>
        !request.Probe ? EntryRole(request.Class) : server.Roles[(int)Role.Web] is null ? Role.App : Role.Web;

    private Role EntryRole(int index) => _classes[index].Entry;

    /// <summary>Without a balancer the users' name server hands out the servers that ever ran, in turn, dead or alive.</summary>
    private ServerNode? EntryServer(Role role)
    {
        for (var tried = 0; tried < _servers.Count; tried++)
        {
            _entryTurn = _entryTurn + 1 >= _servers.Count ? 0 : _entryTurn + 1;
            if (_servers[_entryTurn] is { Joined: true, Gone: false } server && server.Roles[(int)role] is not null) return server;
        }

        return null;
    }

    private void Call(int slot, ServerNode? from, ServerNode to, Role role) =>
        Travel(slot, from, to, EventKind.ReachStation, to.Roles[(int)role]!.Index);

    /// <summary>An answer (or a failure) has come back to a caller: a role, a balancer or the user.</summary>
    private void Answered(int slot, int caller)
    {
        ref var request = ref _pool[slot];
        request.At = caller;
        switch (caller)
        {
            case Request.AtUser:
                Deliver(slot);
                break;
            case Request.AtEdge:
                PassEdge(slot);
                break;
            case Request.AtBalancer:
                PassBalancer(slot, _balancer!);
                break;
            case Request.AtInner:
                PassBalancer(slot, _inner!);
                break;
            default:
                if (request.Guarded != 0) Judge(ref request, caller);
                if (request.Fills && caller == (int)Role.App) FillCache(ref request);
                // last: whoever takes the connection may bring new requests, and the slots may move
                if (request.HoldsPool) ReleasePool(ref request);
                Leave(slot);
                break;
        }
    }

    private void PassBalancer(int slot, BalancerNode balancer)
    {
        ref var request = ref _pool[slot];
        if (request.Probe && IsOwnProbe(ref request, balancer))
        {
            if (!request.Abandoned) ProbeEnds(ref request, balancer, request.Failure == Cause.None ? ProbeResult.Ok : ProbeResult.Failed);
            _pool.Release(slot);
            return;
        }

        LeaveBalancer(slot, balancer, request.Failure);
        FromBalancer(slot, balancer);
        // last: whoever takes the room may bring new requests, and the slots may move
        if (balancer.Queue.Count > 0) WakeBalancer(balancer);
    }

    /// <summary>Gives back what a request holds at a balancer: its target's room, or its place in the queue.</summary>
    private void LeaveBalancer(int slot, BalancerNode balancer, Cause cause)
    {
        if (_accesses is not null) LogAtBalancer(slot, balancer, cause);
        ref var request = ref _pool[slot];
        ref var pass = ref request.Passes[balancer.Level];
        if (pass.Target >= 0) balancer[pass.Target].Outstanding--;
        pass.Target = -1;
        balancer.Meter.Leave(Now, pass.In, pass.Start, pass.Start >= 0, cause);
        _traces?.Leave(ref request, Now, cause);
    }

    /// <summary>An answer goes on from a balancer to whoever asked it.</summary>
    private void FromBalancer(int slot, BalancerNode balancer)
    {
        ref var request = ref _pool[slot];
        if (balancer.Level == 0 || request.Stays[(int)Role.Web].Station < 0) ToUser(slot);
        else Travel(slot, null, CallerServer(ref request, (int)Role.Web), EventKind.Answered, (int)Role.Web);
    }

    private void WakeBalancer(BalancerNode balancer)
    {
        if (balancer.Waking) return;
        balancer.Waking = true;
        while (balancer.Queue.Count > 0)
        {
            if (!balancer.Serves)
            {
                LeaveQueue(balancer.Queue.TakeFirst(_pool), balancer, Cause.NoTarget);
                continue;
            }

            var first = balancer.Queue.First;
            var target = balancer.Pick(_pool[first].Luck, Now);
            if (target < 0) break;
            balancer.Queue.Remove(_pool, first);
            _pool[first].Epoch++;
            Dispatch(first, balancer, target);
        }

        balancer.Waking = false;
    }

    /// <summary>Waited in vain.</summary>
    private void LeaveQueue(int slot, BalancerNode balancer, Cause cause)
    {
        ref var request = ref _pool[slot];
        request.Epoch++;
        request.Phase = Phase.Travelling;
        request.Failure = cause;
        LeaveBalancer(slot, balancer, cause);
        FromBalancer(slot, balancer);
    }

    /// <param name="from">The rack of a server that answers users itself.</param>
    private void ToUser(int slot, RackNode? from = null)
    {
        ref var request = ref _pool[slot];
        request.At = request.InEdge ? Request.AtEdge : Request.AtUser;
        Travel(slot, from, null, request.InEdge ? _originLane : _internetLane, EventKind.Answered, request.At);
    }

    private void SendProbe(SendProbe order)
    {
        var balancer = BalancerOf(order.Balancer);
        var target = balancer.IndexOf(order.Server);
        var slot = _pool.Take();
        if (slot == RequestPool.None)
        {
            balancer.Probes.Add(new Probe(order.Server, ProbeResult.Failed, 0));
            return;
        }

        ref var request = ref _pool[slot];
        request.Probe = true;
        request.Deep = order.Path == CheckPath.Deep;
        request.Number = _probeNumber++;
        request.At = balancer.Place;
        ref var pass = ref request.Passes[balancer.Level];
        pass.In = Now;
        pass.Target = target;
        _queue.At(Now + order.TimeoutNs, EventKind.PatienceEnds, slot, request.Life, 0);
        var server = balancer[target].Server;
        Call(slot, null, server, balancer.Level == 0 ? DoorOf(ref request, server) : Role.App);
    }

    /// <summary>Sent by this balancer, not one of the outer's on its way through the inner.</summary>
    private static bool IsOwnProbe(ref Request request, BalancerNode balancer) => balancer.Level == 0 || request.Passes[0].Target < 0;

    private void ProbeEnds(ref Request request, BalancerNode balancer, ProbeResult result)
    {
        var pass = request.Passes[balancer.Level];
        balancer.Probes.Add(new Probe(balancer[pass.Target].Server.Id, result, Now - pass.In));
    }

    private IEnumerable<BalancerNode> Balancers()
    {
        if (_balancer is not null) yield return _balancer;
        if (_inner is not null) yield return _inner;
    }

    private BalancerNode BalancerOf(string id) => _balancer?.Id == id ? _balancer : _inner!;
}
