using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// A caller gives up waiting while servers work on: the request and what is done for it become two. The work keeps its slot, for
/// threads, queues and locks know it by that.
/// </summary>
internal static class Parting
{
    /// <summary>The first role below a caller.</summary>
    public static int Below(int caller) => caller == Request.AtBalancer ? (int)Role.Web : (int)Role.App;

    public static bool IsHeldBelow(ref Request request, int caller)
    {
        for (var level = Below(caller); level <= (int)Role.Db; level++)
            if (request.Stays[level].Station >= 0) return true;
        return false;
    }

    public static void Split(RequestPool pool, int slot, int heir, int caller)
    {
        ref var goesOn = ref pool[heir];
        var (life, epoch) = (goesOn.Life, goesOn.Epoch);
        goesOn = pool[slot];
        (goesOn.Life, goesOn.Epoch) = (life, epoch);
        goesOn.Next = goesOn.Previous = RequestPool.None;
        goesOn.Phase = Phase.Travelling;
        goesOn.At = caller;
        ForgetBelow(ref goesOn, caller);
        ForgetAbove(ref pool[slot], caller);
    }

    /// <summary>Nothing of what a former answer carried is left.</summary>
    public static void Renew(ref Request request)
    {
        request.Failure = Kinds.Users.Cause.None;
        request.Responded = request.Stale = request.Corrupt = request.Fills = request.Settled = false;
        request.ReadAt = request.CallUntil = 0;
        request.Without = 0;
    }

    private static void ForgetBelow(ref Request request, int caller)
    {
        var below = Below(caller);
        for (var level = below; level <= (int)Role.Db; level++) request.Stays[level].Station = -1;
        if (caller != Request.AtInner) request.Passes[1].Target = -1;
        request.Visits[Visits.Cache] = default;
        request.Guarded &= (byte)((1 << below) - 1);
        request.Bulkheads &= (byte)((1 << below) - 1);
        request.HoldsPool = request.HoldsMutex = request.HoldsSlot = request.Opens = false;
        request.HoldsServer = request.HoldsTable = request.FirstLost = false;
        request.Locked = request.First = 0;
        var until = caller == Request.AtInner ? request.CallUntil : 0;
        Renew(ref request);
        request.CallUntil = until;
    }

    private static void ForgetAbove(ref Request request, int caller)
    {
        request.Closed = request.Abandoned = true;
        request.Visits[Visits.Edge] = default;
        request.Trace = request.Client = -1;
        request.Passes[0].Target = -1;
        if (caller == Request.AtBalancer) return;
        if (caller == Request.AtInner) request.Passes[1].Target = -1;
        request.Stays[(int)Role.Web].Station = -1;
        request.Guarded &= unchecked((byte)~(1 << (int)Role.Web));
        request.Bulkheads &= unchecked((byte)~(1 << (int)Role.Web));
        request.CallUntil = 0;
    }
}
