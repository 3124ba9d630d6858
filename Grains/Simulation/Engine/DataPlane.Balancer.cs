using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>The way in: the balancer's choice, its probes, and answers on their way out.</summary>
internal sealed partial class DataPlane
{
    private int entryTurn;

    private void ReachEntry(int slot)
    {
        ref var request = ref pool[slot];
        if (balancer is null)
        {
            Call(slot, null, EntryServer(request.Class), EntryRole(request.Class));
            return;
        }

        request.At = Request.AtBalancer;
        request.BalancerIn = Now;
        balancer.Meter.Arrive();
        traces?.Enter(ref request, balancer.Id, null, Now);
        var target = balancer.Pick(request.Luck);
        if (target < 0)
        {
            balancer.Meter.Refuse(Cause.NoTarget);
            request.Failure = Cause.NoTarget;
            traces?.Leave(ref request, Now, Cause.NoTarget);
            ToUser(slot);
            return;
        }

        balancer.Meter.Enter(Now);
        balancer.Meter.Start(Now);
        traces?.Work(ref request, Now);
        request.Target = target;
        balancer[target].Outstanding++;
        balancer[target].WindowArrived++;
        Call(slot, null, balancer[target].Server, EntryRole(request.Class));
    }

    private Role EntryRole(int index)
    {
        var passes = classes[index].Passes;
        return passes[0] ? Role.Web : passes[1] ? Role.App : Role.Db;
    }

    /// <summary>Without a balancer the users' name server hands out the servers that ever ran, in turn, dead or alive.</summary>
    private ServerNode EntryServer(int index)
    {
        var role = (int)EntryRole(index);
        for (var tried = 0; tried < servers.Count; tried++)
        {
            entryTurn = entryTurn + 1 >= servers.Count ? 0 : entryTurn + 1;
            if (servers[entryTurn] is { Joined: true } server && server.Roles[role] is not null) return server;
        }

        throw new InvalidOperationException("no server has the role users ask for");
    }

    private void Call(int slot, ServerNode? from, ServerNode to, Role role) =>
        Travel(slot, from, to, EventKind.ReachStation, to.Roles[(int)role]!.Index);

    /// <summary>An answer (or a failure) has come back to a caller: a role, the balancer or the user.</summary>
    private void Answered(int slot, int caller)
    {
        ref var request = ref pool[slot];
        request.At = caller;
        if (caller == Request.AtUser)
        {
            Deliver(slot);
        }
        else if (caller == Request.AtBalancer)
        {
            PassBalancer(slot);
        }
        else
        {
            if (request.Fills && caller == (int)Role.App)
            {
                request.Fills = false;
                if (request.Failure == Cause.None) cache!.Fill(request.Key, Now);
            }

            Leave(slot);
        }
    }

    private void PassBalancer(int slot)
    {
        ref var request = ref pool[slot];
        if (request.Probe)
        {
            if (!request.Abandoned) ProbeEnds(ref request, request.Failure == Cause.None ? ProbeResult.Ok : ProbeResult.Failed);
            pool.Release(slot);
            return;
        }

        balancer![request.Target].Outstanding--;
        balancer.Meter.Leave(Now, request.BalancerIn, request.BalancerIn, true, request.Failure);
        traces?.Leave(ref request, Now, request.Failure);
        ToUser(slot);
    }

    private void ToUser(int slot)
    {
        pool[slot].At = Request.AtUser;
        Travel(slot, internetLane, EventKind.Answered, Request.AtUser);
    }

    private void SendProbe(SendProbe order)
    {
        var target = balancer!.IndexOf(order.Server);
        var slot = pool.Take();
        if (slot == RequestPool.None)
        {
            balancer.Probes.Add(new Probe(order.Server, ProbeResult.Failed, 0));
            return;
        }

        ref var request = ref pool[slot];
        request.Probe = true;
        request.Deep = order.Path == CheckPath.Deep;
        request.Number = probeNumber++;
        request.At = Request.AtBalancer;
        request.BalancerIn = Now;
        request.Target = target;
        queue.AfterLane(queue.LaneOf(order.TimeoutNs), EventKind.PatienceEnds, slot, request.Life, 0);
        var server = balancer[target].Server;
        Call(slot, null, server, server.Roles[(int)Role.Web] is null ? Role.App : Role.Web);
    }

    private void ProbeEnds(ref Request request, ProbeResult result) =>
        balancer!.Probes.Add(new Probe(balancer[request.Target].Server.Id, result, Now - request.BalancerIn));
}
