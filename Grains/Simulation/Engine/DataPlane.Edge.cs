using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>The edge: what it remembers it answers, the rest it fetches for its users and remembers.</summary>
internal sealed partial class DataPlane
{
    private readonly CacheNode? _edge;
    private readonly int _edgeLane;
    private readonly int _originLane;
    private readonly int _edgeLookupLane;

    private void ReachEdge(int slot)
    {
        ref var request = ref _pool[slot];
        request.InEdge = true;
        request.EdgeIn = Now;
        request.At = Request.AtEdge;
        _edge!.Meter.Arrive();
        _edge.Meter.Enter(Now);
        _edge.Meter.Start(Now);
        _traces?.Enter(ref request, _edge.Id, null, Now);
        _traces?.Work(ref request, Now);
        if (!AtEdge(ref request))
        {
            Travel(slot, _originLane, EventKind.ReachEntry, 0);
            return;
        }

        var hit = _edge.Look(request.Key, Now);
        _traces?.Looked(ref request, hit);
        if (hit)
        {
            request.Stale = IsStale(_edge, ref request);
        }
        else if (_edge.TakesOff(_pool, request.Key, slot))
        {
            request.LeadsAtEdge = _edge.SingleFlight;
        }
        else
        {
            request.Phase = Phase.InFlight;
            return;
        }

        Travel(slot, _edgeLookupLane, EventKind.EdgeLookedUp, hit ? 1 : 0);
    }

    private bool AtEdge(ref Request request) => !request.Write && _classes[request.Class].AsksEdge;

    private void EdgeLookedUp(int slot, bool hit)
    {
        if (hit)
        {
            // a page is remembered as it was made
            _pool[slot].Without = _edge!.Without(_pool[slot].Key) & _classes[_pool[slot].Class].Flags;
            LeaveEdge(slot);
            return;
        }

        Travel(slot, _originLane, EventKind.ReachEntry, 0);
    }

    /// <summary>The origin's answer passes.</summary>
    private void PassEdge(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.Failure == Cause.None && AtEdge(ref request))
            _edge!.Fill(request.Key, Now, request.ReadAt == 0 ? Now : request.ReadAt, request.Without);
        var (leads, key) = (request.LeadsAtEdge, request.Key);
        request.LeadsAtEdge = false;
        LeaveEdge(slot);
        if (leads) EndFlight(_edge!, _edgeLookupLane, EventKind.EdgeLookedUp, key);
    }

    private void LeaveEdge(int slot)
    {
        ref var request = ref _pool[slot];
        request.InEdge = false;
        request.At = Request.AtUser;
        _edge!.Meter.Leave(Now, request.EdgeIn, request.EdgeIn, true, request.Failure);
        _traces?.Leave(ref request, Now, request.Failure);
        Travel(slot, _edgeLane, EventKind.Answered, Request.AtUser);
    }
}
