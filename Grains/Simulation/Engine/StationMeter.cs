using System.Collections.Immutable;

namespace OpsGame.Simulation.Engine;

/// <summary>A number over time and the area under it.</summary>
internal struct OverTime
{
    private long since;

    public int Value { get; private set; }

    public int Max { get; private set; }

    /// <summary>Sum of value × nanoseconds up to the last change.</summary>
    public long Area { get; private set; }

    public void Change(int by, long now)
    {
        Settle(now);
        Value += by;
        if (Value > Max) Max = Value;
    }

    public void Settle(long now)
    {
        Area += Value * (now - since);
        since = now;
    }

    public void Reset(long now)
    {
        since = now;
        Area = 0;
        Max = Value;
    }
}

/// <summary>What one station counts: over the whole run, and over the current second.</summary>
internal sealed class StationMeter(string id)
{
    private readonly Histogram waits = new();
    private readonly Histogram sojourns = new();
    private readonly Histogram window = new();
    private readonly long[] lost = new long[(int)Cause.Shed + 1];
    private long resetAt;
    private long arrived;
    private long entered;
    private long started;
    private long completed;
    private long left;
    private long sojournSum;
    private int windowArrived;
    private int windowCompleted;
    private int windowFailed;

    public OverTime Inside;
    public OverTime Waiting;
    public OverTime Working;

    public int LastArrived { get; private set; }

    public int LastCompleted { get; private set; }

    public int LastFailed { get; private set; }

    public Percentiles LastLatency { get; private set; }

    public long Arrivals => arrived;

    public void Arrive()
    {
        arrived++;
        windowArrived++;
    }

    public void Enter(long now)
    {
        entered++;
        Inside.Change(1, now);
        Waiting.Change(1, now);
    }

    public void Start(long now)
    {
        started++;
        Waiting.Change(-1, now);
    }

    /// <summary>Turned away at the door.</summary>
    public void Refuse(Cause cause)
    {
        lost[(int)cause]++;
        windowFailed++;
    }

    /// <summary>Left with an answer (cause None), with an error answer, or lost while inside.</summary>
    public void Leave(long now, long since, long workSince, bool worked, Cause cause)
    {
        Inside.Change(-1, now);
        if (!worked) Waiting.Change(-1, now);
        left++;
        sojournSum += now - since;
        if (cause == Cause.None)
        {
            completed++;
            windowCompleted++;
            waits.Add(workSince - since);
            sojourns.Add(now - since);
            window.Add(now - since);
        }
        else
        {
            lost[(int)cause]++;
            windowFailed++;
        }
    }

    /// <summary>A simulated second is over.</summary>
    public void RollWindow()
    {
        (LastArrived, LastCompleted, LastFailed) = (windowArrived, windowCompleted, windowFailed);
        LastLatency = window.Percentiles();
        (windowArrived, windowCompleted, windowFailed) = (0, 0, 0);
        window.Clear();
    }

    public void Reset(long now)
    {
        resetAt = now;
        arrived = entered = started = completed = left = sojournSum = 0;
        Array.Clear(lost);
        waits.Clear();
        sojourns.Clear();
        Inside.Reset(now);
        Waiting.Reset(now);
        Working.Reset(now);
    }

    public StationReport Report(long now, int cores)
    {
        Inside.Settle(now);
        Waiting.Settle(now);
        Working.Settle(now);
        var span = (double)(now - resetAt);
        var area = Inside.Area / span;
        var lambdaW = left == 0 ? 0 : entered / span * (sojournSum / (double)left);
        var losses = ImmutableSortedDictionary.CreateBuilder<Cause, long>();
        for (var cause = 1; cause < lost.Length; cause++)
            if (lost[cause] > 0) losses.Add((Cause)cause, lost[cause]);
        return new StationReport(
            id, arrived, started, completed, losses.ToImmutable(), waits.Report(), sojourns.Report(),
            cores == 0 ? 0 : Working.Area / span / cores, Waiting.Area / span, Waiting.Max, area == 0 ? 0 : (area - lambdaW) / area);
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add(arrived);
        hash.Add(started);
        hash.Add(completed);
        hash.Add(sojournSum);
        hash.Add(Inside.Value);
    }
}
