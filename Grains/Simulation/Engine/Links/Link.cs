using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Links;

/// <summary>
/// One direction of an uplink. Shared fairly, n messages get an n-th of it each; a plain device sends one after the other, and a
/// message is through at max(now, free) + bits/rate (Lindley 1952).
/// </summary>
/// <param name="up">Out of the rack.</param>
/// <param name="index">Among all links.</param>
internal sealed class Link(string id, bool up, double bitsPerSecond, bool fifo, int index)
{
    private readonly SharedWork _shared = new();
    private Histogram _waits = new();
    private Histogram _sojourns = new();
    private OverTime _inside;
    private long _since;
    private long _free;
    private double _busy;
    private double _busyAtReset;
    private double _busyAtWindow;
    private long _resetAt;
    private long _windowWait;
    private int _windowSent;

    public bool Up { get; } = up;

    public bool Fifo { get; } = fifo;

    public int Index { get; } = index;

    /// <summary>When the first message is through, if nothing changes; −1: there is none. Earlier epochs are stale.</summary>
    public long DueNs { get; set; } = -1;

    public int Epoch { get; set; }

    /// <summary>Share of the last second it was busy.</summary>
    public double Share { get; private set; }

    /// <summary>How much longer than over an idle link the last second's messages took, in the mean.</summary>
    public long WaitNs { get; private set; }

    public int Inside => _inside.Value;

    public double Takes(double bytes) => bytes * 8 / bitsPerSecond * Nanoseconds.PerSecond;

    /// <summary>A message comes. When it will be through; −1: that depends on who comes after it.</summary>
    public long Enter(RequestPool pool, int slot, long now, double bytes)
    {
        Advance(now);
        _inside.Change(1, now);
        if (Fifo) return _free = Math.Max(now, _free) + (long)(Takes(bytes) + 0.5);
        _shared.Add(pool, slot, Takes(bytes));
        return -1;
    }

    /// <summary>The message that is through first.</summary>
    public int First => _shared.First;

    /// <summary>When it is; −1: nobody is there.</summary>
    public long FirstDue(long now) => _shared.Count == 0 ? -1 : now + (long)(_shared.Left * _shared.Count + 0.5);

    /// <summary>A message is through.</summary>
    public void Leave(RequestPool pool, int slot, long now, long since, double bytes)
    {
        Give(pool, slot, now);
        var wait = Math.Max(0, now - since - (long)(Takes(bytes) + 0.5));
        _waits.Add(wait);
        _sojourns.Add(now - since);
        _windowWait += wait;
        _windowSent++;
    }

    /// <summary>Nobody sends it any more; a plain device has it in its memory, and sends it all the same.</summary>
    public void Give(RequestPool pool, int slot, long now)
    {
        Advance(now);
        _inside.Change(-1, now);
        if (!Fifo) _shared.Remove(pool, slot);
    }

    public void RollWindow(long now, long windowNs)
    {
        Advance(now);
        Share = (_busy - _busyAtWindow) / windowNs;
        WaitNs = _windowSent == 0 ? 0 : _windowWait / _windowSent;
        _busyAtWindow = _busy;
        (_windowWait, _windowSent) = (0, 0);
    }

    public void Reset(long now)
    {
        Advance(now);
        _resetAt = now;
        _busyAtReset = _busy;
        _inside.Reset(now);
        _waits.Clear();
        _sojourns.Clear();
    }

    public StationReport Report(long now)
    {
        _inside.Settle(now);
        var span = (double)(now - _resetAt);
        var (area, through) = (_inside.Area, (double)_sojourns.Sum);
        return new StationReport(
            id, _waits.Count, _waits.Count, _waits.Count, ImmutableSortedDictionary<Cause, long>.Empty,
            _waits.Report(), _sojourns.Report(), (_busy + BusySince(now) - _busyAtReset) / span, _waits.Sum / span,
            Math.Max(0, _inside.Max - 1), area == 0 ? 0 : (area - through) / area);
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add(_free);
        hash.Add(_busy);
        hash.Add(Inside);
    }

    private void Advance(long now)
    {
        _busy += BusySince(now);
        if (_shared.Count > 0) _shared.Advance((now - _since) / (double)_shared.Count);
        _since = now;
    }

    private double BusySince(long now) =>
        Fifo ? Math.Max(0, Math.Min(now, _free) - _since) : _shared.Count > 0 ? now - _since : 0;
}
