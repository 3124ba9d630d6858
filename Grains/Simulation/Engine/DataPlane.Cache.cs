using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>The cache beside the application servers.</summary>
internal sealed partial class DataPlane
{
    private void ReachCache(int slot)
    {
        ref var request = ref _pool[slot];
        _cache!.Meter.Arrive();
        _cache.Meter.Enter(Now);
        _cache.Meter.Start(Now);
        request.InCache = true;
        _traces?.Enter(ref request, _cache.Id, null, Now);
        _traces?.Work(ref request, Now);
        var hit = _cache.Look(request.Key, Now);
        _traces?.Looked(ref request, hit);
        Travel(slot, _lookupLane, EventKind.LookedUp, hit ? 1 : 0);
    }

    private void LookedUp(int slot, bool hit)
    {
        ref var request = ref _pool[slot];
        LeaveCache(ref request, Cause.None);
        var app = _stations[request.Stays[(int)Role.App].Station].Server;
        Travel(slot, Wire(app.Rack, _cache!.Rack), EventKind.CacheAnswered, hit ? 1 : 0);
    }

    private void LeaveCache(ref Request request, Cause cause)
    {
        request.InCache = false;
        _cache!.Meter.Leave(Now, Now - _queue.DelayOf(_lookupLane), Now - _queue.DelayOf(_lookupLane), true, cause);
        _traces?.Leave(ref request, Now, cause);
    }

    private void CacheAnswered(int slot, bool hit)
    {
        ref var request = ref _pool[slot];
        if (hit)
        {
            Leave(slot);
            return;
        }

        request.Fills = true;
        CallDatabase(slot, _stations[request.Stays[(int)Role.App].Station].Server);
    }
}
