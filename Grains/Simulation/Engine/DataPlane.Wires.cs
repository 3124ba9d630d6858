using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>Between places: constant delays, and where racks have uplinks of a rate or have lost them, what becomes of a message.</summary>
internal sealed partial class DataPlane
{
    /// <summary>A probe, its answer, and an error's answer: a few headers.</summary>
    private const double SmallBytes = 256;

    private readonly RackNode[] _racks;

    /// <summary>Some rack has an uplink of a rate.</summary>
    private readonly bool _uplinks;
    private int _severed;

    /// <summary>Messages between racks may wait or be lost; otherwise they only take their time.</summary>
    private bool _crossing;

    private static RackNode[] RackNodes(Scenario scenario)
    {
        var zones = scenario.Racks.Select(rack => rack.Zone).Distinct().ToList();
        return [.. scenario.Racks.Select((rack, index) =>
            new RackNode(rack.Id, index, zones.IndexOf(rack.Zone), rack.UplinkBitsPerSecond))];
    }

    private RackNode RackOf(string id) => Array.Find(_racks, rack => rack.Id == id)!;

    /// <summary>The lane between two places; the balancers and the users stand in no rack (null).</summary>
    private int Wire(RackNode? from, RackNode? to) =>
        from is null || to is null ? _otherRackLane
        : ReferenceEquals(from, to) ? _sameRackLane
        : from.Zone == to.Zone ? _otherRackLane : _otherZoneLane;

    private void Travel(int slot, ServerNode? from, ServerNode? to, EventKind kind, int arg)
    {
        if (from is not null && ReferenceEquals(from, to))
        {
            _pool[slot].Phase = Phase.Travelling;
            Step(kind, slot, arg);
        }
        else
        {
            Travel(slot, from?.Rack, to?.Rack, Wire(from?.Rack, to?.Rack), kind, arg);
        }
    }

    private void Travel(int slot, RackNode? from, RackNode? to, int lane, EventKind kind, int arg)
    {
        if (!_crossing || ReferenceEquals(from, to)) Travel(slot, lane, kind, arg);
        else if (from is { Severed: true } || to is { Severed: true }) Drop(slot, kind, arg);
        else if (from?.Up is null && to?.Down is null) Travel(slot, lane, kind, arg);
        else Cross(slot, from?.Up, to, lane, kind, arg);
    }

    /// <summary>Up the one rack's uplink, the way itself, down the other's.</summary>
    private void Cross(int slot, Link? up, RackNode? to, int lane, EventKind kind, int arg)
    {
        ref var request = ref _pool[slot];
        request.Phase = Phase.Travelling;
        var at = (up?.Send(Now, Bytes(ref request, kind)) ?? Now) + _queue.DelayOf(lane);
        if (to?.Down is null)
        {
            _queue.At(at, kind, slot, request.Epoch, arg);
            return;
        }

        (request.Then, request.ThenArg) = (kind, arg);
        _queue.At(at, EventKind.ReachDownlink, slot, request.Epoch, to.Index);
    }

    private void ReachDownlink(int slot, RackNode to)
    {
        ref var request = ref _pool[slot];
        if (to.Severed) Drop(slot, request.Then, request.ThenArg);
        else _queue.At(to.Down!.Send(Now, Bytes(ref request, request.Then)), request.Then, slot, request.Epoch, request.ThenArg);
    }

    private double Bytes(ref Request request, EventKind kind)
    {
        if (request.Probe) return SmallBytes;
        var users = _classes[request.Class].Spec;
        if (kind is not (EventKind.Answered or EventKind.CacheAnswered)) return users.RequestBytes;
        return request.Failure == Cause.None ? users.ResponseBytes : SmallBytes;
    }

    /// <summary>How long who stands there waits for somebody who does not answer.</summary>
    private int TimeoutLane(int caller) => caller == Request.AtInner ? _innerTimeoutLane : _connectTimeoutLane;

    /// <summary>A message is lost: whoever waits for it, or for its answer, notices after the connect timeout. A silent cache counts as a miss.</summary>
    private void Drop(int slot, EventKind kind, int arg)
    {
        ref var request = ref _pool[slot];
        switch (kind)
        {
            case EventKind.Answered:
                request.Failure = Cause.Unreachable;
                Travel(slot, TimeoutLane(arg), EventKind.Answered, arg);
                break;
            case EventKind.ReachCache or EventKind.CacheAnswered:
                request.Stale = false;
                Travel(slot, _connectTimeoutLane, EventKind.CacheAnswered, 0);
                break;
            default:
                Travel(slot, TimeoutLane(request.At), EventKind.ConnectTimeout, request.At);
                break;
        }
    }

    /// <summary>Is the way from whoever asks lost?</summary>
    private bool IsSevered(ref Request request, ServerNode server)
    {
        if (_severed == 0) return false;
        var from = CallerServer(ref request, request.At)?.Rack;
        return !ReferenceEquals(from, server.Rack) && (server.Rack.Severed || from is { Severed: true });
    }

    private void SetUplink(RackNode rack, bool lost)
    {
        if (rack.Severed == lost) return;
        rack.Severed = lost;
        _severed += lost ? 1 : -1;
        _crossing = _uplinks || _severed > 0;
    }

    private void RollLinks()
    {
        foreach (var rack in _racks)
        {
            rack.Up?.RollWindow(Now, Nanoseconds.PerSecond);
            rack.Down?.RollWindow(Now, Nanoseconds.PerSecond);
        }
    }

    public RackTelemetry RackTelemetry(string id)
    {
        var rack = RackOf(id);
        return new RackTelemetry(id, rack.Up?.Share ?? 0, rack.Down?.Share ?? 0, rack.Up?.WaitNs ?? 0, rack.Down?.WaitNs ?? 0);
    }
}
