using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// The exact discrete-event engine: the clock, what will happen in integer nanoseconds, the requests under way, and the stations
/// that act on them. It knows none of them; whose step it is, a table says.
/// </summary>
internal sealed class Kernel
{
    /// <summary>Numbers of stations' own steps, and of their timers.</summary>
    private const int FirstStep = (int)StepKind.Answered + 1;
    private const int FirstTimer = 128;

    public readonly RequestPool Pool = new();
    public readonly EventQueue Queue;
    private readonly List<Station> _stations = [];
    private readonly Station[] _takes = new Station[byte.MaxValue + 1];
    private readonly Station[] _callers = new Station[Request.Places];
    private int _nextStep = FirstStep;
    private int _nextTimer = FirstTimer;

    /// <param name="measured">Distributions of the whole run are kept, for a report.</param>
    public Kernel(bool measured) => (Queue, Measured) = (new EventQueue(Pool), measured);

    public bool Measured { get; }

    public long Now => Queue.Now;

    public List<Station> Stations => _stations;

    public void Join(Station station) => _stations.Add(station);

    public StationMeter NewMeter(string id) => new(id, Measured);

    /// <summary>From now on these steps happen at a station.</summary>
    public void Takes(Station station, params ReadOnlySpan<StepKind> kinds)
    {
        foreach (var kind in kinds) _takes[(int)kind] = station;
    }

    /// <summary>Answers to a caller who stands there (<see cref="Request.At"/>) go to a station.</summary>
    public void Stands(Station station, int at) => _callers[at - Request.AtEdge] = station;

    public StepKind NewStep(Station station)
    {
        if (_nextStep == FirstTimer) throw new InvalidOperationException("too many steps");
        Takes(station, (StepKind)_nextStep);
        return (StepKind)_nextStep++;
    }

    public StepKind NewTimer(Station station)
    {
        if (_nextTimer > byte.MaxValue) throw new InvalidOperationException("too many timers");
        Takes(station, (StepKind)_nextTimer);
        return (StepKind)_nextTimer++;
    }

    /// <summary>Lets the next event that is due at or before a time happen. False: there is none.</summary>
    public bool Next(long until)
    {
        if (!Queue.TryTake(until, out var next)) return false;
        if ((int)next.Kind >= FirstTimer) _takes[(int)next.Kind].Fire(next.Kind, next.Slot, next.Epoch);
        // what was cancelled meanwhile does not happen
        else if (Pool[next.Slot].Epoch == next.Epoch) Step(next.Kind, next.Slot, next.Arg);
        return true;
    }

    public void RunUntil(long time)
    {
        while (Next(time))
        {
        }

        Queue.AdvanceTo(time);
    }

    /// <summary>A step of a request happens, now.</summary>
    public void Step(StepKind kind, int slot, int arg)
    {
        switch (kind)
        {
            case StepKind.Answered:
                Answered(slot, arg);
                break;
            case StepKind.ConnectTimeout:
                Pool[slot].Failure = Cause.Unreachable;
                Answered(slot, arg);
                break;
            default:
                _takes[(int)kind].Reach(kind, slot, arg);
                break;
        }
    }

    /// <summary>The step happens after the lane's delay; without a delay it happens now.</summary>
    public void Travel(int slot, int lane, StepKind kind, int arg)
    {
        ref var request = ref Pool[slot];
        request.Phase = Phase.Travelling;
        if (Queue.DelayOf(lane) == 0) Step(kind, slot, arg);
        else Queue.AfterLane(lane, kind, slot, request.Epoch, arg);
    }

    /// <summary>An answer (or a failure) has come back to a caller.</summary>
    public void Answered(int slot, int caller)
    {
        Pool[slot].At = caller;
        _callers[caller - Request.AtEdge].Answered(slot);
    }

    /// <summary>Stops what a request is doing, whatever that is: nothing that was to happen to it will.</summary>
    public void Stop(int slot)
    {
        ref var request = ref Pool[slot];
        request.Epoch++;
        var was = request.Phase;
        request.Phase = Phase.Travelling;
        foreach (var station in _stations) station.Stop(slot, was);
    }

    /// <summary>
    /// Who stands at a place waits for a request's answer no longer. What servers do for it goes on in its slot, for nobody; the
    /// request itself goes on in the slot that is returned, as it was when it was sent on.
    /// </summary>
    public int Part(int slot, int caller)
    {
        var held = Parting.IsHeldBelow(ref Pool[slot], caller);
        var heir = held ? Pool.Take() : slot;
        if (heir == RequestPool.None) Lose(heir = slot, Parting.Below(caller));
        else if (held) Parting.Split(Pool, slot, heir, caller);
        else Stop(slot);
        for (var station = _stations.Count - 1; station >= 0; station--) _stations[station].Part(slot, heir, caller);
        return heir;
    }

    /// <summary>Stops what a request is doing, and gives back everything it holds from a role's level on down.</summary>
    public void Lose(int slot, int level)
    {
        Stop(slot);
        foreach (var station in _stations) station.Lose(slot, level);
    }

    /// <summary>How many requests are in a phase.</summary>
    public int Count(Phase phase)
    {
        var count = 0;
        for (var slot = 0; slot < Pool.Used; slot++)
            if (Pool[slot].Phase == phase) count++;
        return count;
    }

    /// <summary>As many requests are in a phase as stand in its queues, or something is broken.</summary>
    public void Expect(Phase phase, int waiting, List<string> broken)
    {
        var requests = Count(phase);
        if (requests != waiting) broken.Add($"{phase}: {requests} requests, {waiting} in queues");
    }
}
