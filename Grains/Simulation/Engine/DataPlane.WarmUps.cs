using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>Warming a cache: real reads that nobody waits for go the way users' go, from the entry (or the edge) on, over open connections.</summary>
internal sealed partial class DataPlane
{
    /// <summary>Their numbers begin where no class's users ever get to, so that their luck is their own.</summary>
    private const long FirstWarmNumber = 1L << 50;

    private int _warmUps;
    private long _warmNumber = FirstWarmNumber;

    private WarmUp WarmUpOf(Warming which) => (which == Warming.Edge ? _edge! : _cache!).WarmUp!;

    private void WarmUp(CacheNode cache, int keys, int perSecond)
    {
        var which = ReferenceEquals(cache, _edge) ? Warming.Edge : Warming.Cache;
        UserClass[] cached = [.. _classes.Where(users => which == Warming.Edge ? users.AsksEdge : users.AsksCache)];
        cache.WarmUp = new WarmUp(cached, keys, perSecond, ++_warmUps, Now);
        _queue.At(Now, EventKind.WarmNext, (int)which, cache.WarmUp.Number, 0);
    }

    private void WarmNext(Warming which, int number)
    {
        var warm = WarmUpOf(which);
        if (warm.Number != number || warm.Next() is not { } next) return;
        SendWarm(which, warm, next.Users, next.Key);
        if (warm.Left > 0) _queue.At(Math.Max(Now, warm.DueNs), EventKind.WarmNext, (int)which, number, 0);
    }

    private void SendWarm(Warming which, WarmUp warm, UserClass users, int key)
    {
        var slot = _pool.Take();
        if (slot == RequestPool.None)
        {
            warm.Answered(failed: true);
            return;
        }

        ref var request = ref _pool[slot];
        request.Warms = which;
        request.Class = users.Index;
        request.Number = _warmNumber++;
        request.Attempt = 1;
        request.Born = request.Sent = Now;
        request.Key = key;
        if (users.PatienceLane >= 0) _queue.AfterLane(users.PatienceLane, EventKind.PatienceEnds, slot, request.Life, 0);
        if (which == Warming.Edge) Travel(slot, _edgeLane, EventKind.ReachEdge, 0);
        else Travel(slot, _internetLane, EventKind.ReachEntry, 0);
    }

    private void DeliverWarm(int slot)
    {
        ref var request = ref _pool[slot];
        if (!request.Abandoned) WarmUpOf(request.Warms).Answered(request.Failure != Cause.None);
        _pool.Release(slot);
    }
}
