using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Roles;

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
        if (_balancer is not null && !_balancer.HangUp(slot)) return;
        ref var request = ref Pool[slot];
        if (request.Life != epoch) return;
        request.Closed = true;
        var first = request.Stays[(int)Role.Web].Station >= 0 ? Role.Web
            : request.Stays[(int)Role.App].Station >= 0 ? Role.App : Role.Db;
        if (request.Stays[first.Level()].Station < 0) Drop(slot);
        else if (Stops(_servers.Fleet.HolderOf(ref request, first.Level()))) _servers.Losses.LoseAt(slot, first);
    }

    /// <summary>A process that does nothing notices nothing either.</summary>
    private static bool Stops(RoleNode role) => role is { StopsOnAbort: true, Server.Hung: false };

    /// <summary>On its way to a server, or back.</summary>
    private void Drop(int slot)
    {
        if (_balancer is null) return;
        Kernel.Stop(slot);
        Kernel.Answered(slot, Request.AtUser);
    }
}
