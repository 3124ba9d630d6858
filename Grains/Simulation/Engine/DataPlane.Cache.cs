using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>The cache beside the application servers: look, miss or wait for another's answer, fill, forget what was written.</summary>
internal sealed partial class DataPlane
{
    private void ReachCache(int slot)
    {
        if (!_cache!.Serving)
        {
            // it has gone meanwhile: nothing listens there, which is as good as a miss
            AnswerFromCache(slot, hit: false);
            return;
        }

        ref var request = ref _pool[slot];
        _cache.Meter.Arrive();
        _cache.Meter.Enter(Now);
        _cache.Meter.Start(Now);
        request.InCache = true;
        request.CacheIn = Now;
        _traces?.Enter(ref request, _cache.Id, null, Now);
        _traces?.Work(ref request, Now);
        var hit = _cache.Look(request.Key, Now);
        _traces?.Looked(ref request, hit);
        if (hit)
        {
            request.Stale = IsStale(_cache, ref request);
        }
        else if (_cache.TakesOff(_pool, request.Key, slot))
        {
            request.Leads = _cache.SingleFlight;
        }
        else
        {
            request.Phase = Phase.InFlight;
            return;
        }

        Travel(slot, _lookupLane, EventKind.LookedUp, hit ? 1 : 0);
    }

    private bool IsStale(CacheNode cache, ref Request request)
    {
        var users = _classes[request.Class];
        return cache.IsStale(request.Key, Now, users.Spec.StaleNs) || users.IsOvertaken(request.Key, cache.ReadAt(request.Key), Now);
    }

    private void LookedUp(int slot, bool hit)
    {
        ref var request = ref _pool[slot];
        LeaveCache(ref request, Cause.None);
        if (hit) request.ReadAt = _cache!.ReadAt(request.Key);
        AnswerFromCache(slot, hit);
    }

    private void AnswerFromCache(int slot, bool hit)
    {
        var app = _stations[_pool[slot].Stays[(int)Role.App].Station].Server;
        Travel(slot, app.Rack, _cache!.Rack, Wire(app.Rack, _cache.Rack), EventKind.CacheAnswered, hit ? 1 : 0);
    }

    private void LeaveCache(ref Request request, Cause cause)
    {
        request.InCache = false;
        _cache!.Meter.Leave(Now, request.CacheIn, request.CacheIn, true, cause);
        _traces?.Leave(ref request, Now, cause);
    }

    private void CacheAnswered(int slot, bool hit)
    {
        ref var request = ref _pool[slot];
        if (hit)
        {
            CheckCached(ref request);
            Leave(slot);
            return;
        }

        request.Fills = true;
        CallDatabase(slot, _stations[request.Stays[(int)Role.App].Station].Server);
    }

    /// <summary>Back from the database with the value of a key that was missed.</summary>
    private void FillCache(ref Request request)
    {
        request.Fills = false;
        if (request.Failure == Cause.None && _cache!.Serving && _cache.Rack is not { Severed: true }) _cache.Fill(request.Key, Now, request.ReadAt);
    }

    /// <summary>The leader of a flight is done: with a value everybody has it; without one the next in line fetches it.</summary>
    private void EndFlight(CacheNode cache, int lane, EventKind lookedUp, int key)
    {
        var landed = cache.Has(key, Now);
        while (true)
        {
            var next = cache.NextInFlight(_pool, key);
            if (next == RequestPool.None) return;
            _pool[next].Phase = Phase.Travelling;
            if (ReferenceEquals(cache, _edge)) _pool[next].LeadsAtEdge = !landed;
            else _pool[next].Leads = !landed;
            Travel(next, lane, lookedUp, landed ? 1 : 0);
            if (!landed) return;
        }
    }
}
