using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>
/// A user who gives up closes the connection. Whoever he is connected to learns of it a hop later, and does with it what it is
/// told to: a balancer closes its own connection to the target or keeps it, a role works on or stops.
/// </summary>
internal sealed class HangUpStation : Station, IHangUps
{
    private readonly LinkStation _links;
    private readonly ServerStation _servers;
    private readonly BalancerStation? _balancer;
    private readonly StepKind _closed;

    public HangUpStation(Kernel kernel, UserStation users, LinkStation links, ServerStation servers, BalancerStation? balancer)
        : base(kernel)
    {
        (_links, _servers, _balancer) = (links, servers, balancer);
        _closed = NewTimer();
        users.HangUps = this;
    }

    public void Gone(int slot)
    {
        // the edge goes on fetching: others may want the answer
        if (!Pool[slot].InEdge) Queue.AfterLane(_links.InternetLane, _closed, slot, Pool[slot].Life, 0);
    }

    public override void Fire(StepKind kind, int slot, int epoch)
    {
        if (Pool[slot].Life != epoch || Pool[slot].InEdge) return;
        if (_balancer is null) Notice(slot);
        else if (!_balancer.Node.KeepsAborted) CloseBehind(slot, _balancer);
    }

    /// <summary>It closes its own connection, or forgets who waits for a target; what has not come yet is let in.</summary>
    private void CloseBehind(int slot, BalancerStation balancer)
    {
        ref var request = ref Pool[slot];
        if (request.Phase == Phase.InBalancerQueue && request.At == Request.AtBalancer)
        {
            request.Closed = true;
            balancer.LeaveQueue(slot, Cause.Timeout);
        }
        else if (request.Passes[0].Target >= 0)
        {
            request.Closed = true;
            balancer.Close(slot);
            Notice(slot);
        }
    }

    /// <summary>
    /// The first server of the request learns of it, unless it hangs. What is on its way to a server, or back, is lost.
    /// </summary>
    private void Notice(int slot)
    {
        ref var request = ref Pool[slot];
        request.Closed = true;
        for (var level = 0; level < 3; level++)
        {
            if (request.Stays[level].Station < 0) continue;
            var role = _servers.Fleet.HolderOf(ref request, level);
            var stops = role.StopsOnAbort || (role.SkipsOnAbort && request.At == level && request.Stays[level].Start < 0);
            if (stops && !role.Server.Hung) _servers.Losses.LoseAt(slot, role.Role);
            return;
        }

        if (_balancer is null) return;
        Kernel.Stop(slot);
        Kernel.Answered(slot, Request.AtUser);
    }
}
