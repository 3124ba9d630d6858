using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>The cache beside the application servers.</summary>
internal sealed partial class DataPlane
{
    private void ReachCache(int slot)
    {
        ref var request = ref pool[slot];
        cache!.Meter.Arrive();
        cache.Meter.Enter(Now);
        cache.Meter.Start(Now);
        request.InCache = true;
        traces?.Enter(ref request, cache.Id, null, Now);
        traces?.Work(ref request, Now);
        var hit = cache.Look(request.Key, Now);
        traces?.Looked(ref request, hit);
        Travel(slot, lookupLane, EventKind.LookedUp, hit ? 1 : 0);
    }

    private void LookedUp(int slot, bool hit)
    {
        ref var request = ref pool[slot];
        LeaveCache(ref request, Cause.None);
        var app = stations[request.Stays[(int)Role.App].Station].Server;
        Travel(slot, Wire(app.Rack, cache!.Rack), EventKind.CacheAnswered, hit ? 1 : 0);
    }

    private void LeaveCache(ref Request request, Cause cause)
    {
        request.InCache = false;
        cache!.Meter.Leave(Now, Now - queue.DelayOf(lookupLane), Now - queue.DelayOf(lookupLane), true, cause);
        traces?.Leave(ref request, Now, cause);
    }

    private void CacheAnswered(int slot, bool hit)
    {
        ref var request = ref pool[slot];
        if (hit)
        {
            Leave(slot);
            return;
        }

        request.Fills = true;
        CallDatabase(slot, stations[request.Stays[(int)Role.App].Station].Server);
    }
}
