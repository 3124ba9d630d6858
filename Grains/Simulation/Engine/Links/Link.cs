using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Links;

/// <summary>
/// One direction of an uplink: one message after the other, first come first served. A message is through at
/// max(now, free) + bits/rate (Lindley 1952), so a queue needs no event of its own.
/// </summary>
internal sealed class Link(string id, double bitsPerSecond)
{
    private Histogram _waits = new();
    private Histogram _sojourns = new();

    /// <summary>When the messages that are still inside will be through.</summary>
    private readonly Queue<long> _inside = new();
    private long _free;
    private long _work;
    private long _workAtReset;
    private long _workAtWindow;
    private long _resetAt;
    private long _windowWait;
    private int _windowSent;
    private int _queueMax;

    /// <summary>Share of the last second it was busy.</summary>
    public double Share { get; private set; }

    /// <summary>Mean of the last second's messages.</summary>
    public long WaitNs { get; private set; }

    /// <summary>When a message that comes now will be through.</summary>
    public long Send(long now, double bytes)
    {
        var takes = (long)(bytes * 8 / bitsPerSecond * Nanoseconds.PerSecond + 0.5);
        var wait = Math.Max(0, _free - now);
        _free = now + wait + takes;
        _work += takes;
        while (_inside.Count > 0 && _inside.Peek() <= now) _inside.Dequeue();
        // one is on the wire, the others wait
        if (_inside.Count > _queueMax) _queueMax = _inside.Count;
        _inside.Enqueue(_free);
        _waits.Add(wait);
        _sojourns.Add(wait + takes);
        _windowWait += wait;
        _windowSent++;
        return _free;
    }

    public void RollWindow(long now, long windowNs)
    {
        Share = (Done(now) - _workAtWindow) / (double)windowNs;
        WaitNs = _windowSent == 0 ? 0 : _windowWait / _windowSent;
        _workAtWindow = Done(now);
        (_windowWait, _windowSent) = (0, 0);
    }

    public void Reset(long now)
    {
        _resetAt = now;
        _workAtReset = Done(now);
        _queueMax = 0;
        _waits.Clear();
        _sojourns.Clear();
    }

    /// <summary>It loses nothing, and everything that came has left or will: Little's law holds by construction.</summary>
    public StationReport Report(long now)
    {
        var span = (double)(now - _resetAt);
        return new StationReport(
            id, _waits.Count, _waits.Count, _waits.Count, ImmutableSortedDictionary<Cause, long>.Empty,
            _waits.Report(), _sojourns.Report(), (Done(now) - _workAtReset) / span, _waits.Sum / span, _queueMax, 0);
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add(_free);
        hash.Add(_work);
    }

    /// <summary>Work behind it: all it was given less what is still ahead.</summary>
    private long Done(long now) => _work - Math.Max(0, _free - now);
}
