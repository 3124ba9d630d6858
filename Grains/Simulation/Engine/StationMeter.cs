using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>What one station counts: over the whole run, and over the current second.</summary>
/// <param name="measured">Distributions of the whole run are kept, for a report.</param>
internal sealed class StationMeter(string id, bool measured = true)
{
    private Histogram _waits = new();
    private Histogram _sojourns = new();
    private Histogram _window = new();
    private readonly long[] _lost = new long[CauseTable.Count];
    private long _resetAt;
    private long _arrived;
    private long _entered;
    private long _started;
    private long _completed;
    private long _left;
    private long _sojournSum;
    private int _windowArrived;
    private int _windowCompleted;
    private int _windowFailed;
    private long _unansweredBefore;

    public OverTime Inside;
    public OverTime Waiting;

    public int LastArrived { get; private set; }

    public int LastCompleted { get; private set; }

    public int LastFailed { get; private set; }

    /// <summary>Of those that failed: answered with an error.</summary>
    public int LastErrors { get; private set; }

    public Percentiles LastLatency { get; private set; }

    public long Arrivals => _arrived;

    public void Arrive()
    {
        _arrived++;
        _windowArrived++;
    }

    public void Enter(long now)
    {
        _entered++;
        Inside.Change(1, now);
        Waiting.Change(1, now);
    }

    public void Start(long now)
    {
        _started++;
        Waiting.Change(-1, now);
    }

    /// <summary>Turned away at the door.</summary>
    public void Refuse(Cause cause)
    {
        _lost[(int)cause]++;
        _windowFailed++;
    }

    /// <summary>Left with an answer (cause None), with an error answer, or lost while inside.</summary>
    public void Leave(long now, long since, long workSince, bool worked, Cause cause)
    {
        Inside.Change(-1, now);
        if (!worked) Waiting.Change(-1, now);
        _left++;
        _sojournSum += now - since;
        if (cause == Cause.None)
        {
            _completed++;
            _windowCompleted++;
            var bucket = Histogram.Bucket(now - since);
            _window.Add(now - since, bucket);
            if (!measured) return;
            _waits.Add(workSince - since);
            _sojourns.Add(now - since, bucket);
        }
        else
        {
            _lost[(int)cause]++;
            _windowFailed++;
        }
    }

    /// <summary>A simulated second is over.</summary>
    public void RollWindow()
    {
        (LastArrived, LastCompleted, LastFailed) = (_windowArrived, _windowCompleted, _windowFailed);
        var unanswered = Unanswered();
        LastErrors = _windowFailed - (int)(unanswered - _unansweredBefore);
        _unansweredBefore = unanswered;
        LastLatency = _window.Percentiles();
        (_windowArrived, _windowCompleted, _windowFailed) = (0, 0, 0);
        _window.Clear();
    }

    public void Reset(long now)
    {
        _resetAt = now;
        _arrived = _entered = _started = _completed = _left = _sojournSum = 0;
        _unansweredBefore -= Unanswered();
        Array.Clear(_lost);
        _waits.Clear();
        _sojourns.Clear();
        Inside.Reset(now);
        Waiting.Reset(now);
    }

    /// <summary>Cut, or nobody was there.</summary>
    private long Unanswered() =>
        _lost[(int)Cause.Cut] + _lost[(int)Cause.Refused] + _lost[(int)Cause.Unreachable] + _lost[(int)Cause.NoTarget];

    /// <param name="used">Core-nanoseconds since the reset.</param>
    public StationReport Report(long now, int cores = 0, double used = 0)
    {
        Inside.Settle(now);
        Waiting.Settle(now);
        var span = (double)(now - _resetAt);
        var area = Inside.Area / span;
        var lambdaW = _left == 0 ? 0 : _entered / span * (_sojournSum / (double)_left);
        var losses = ImmutableSortedDictionary.CreateBuilder<Cause, long>();
        for (var cause = 1; cause < _lost.Length; cause++)
            if (_lost[cause] > 0) losses.Add((Cause)cause, _lost[cause]);
        return new StationReport(
            id, _arrived, _started, _completed, losses.ToImmutable(), _waits.Report(), _sojourns.Report(),
            cores == 0 ? 0 : used / span / cores, Waiting.Area / span, Waiting.Max,
            area == 0 ? 0 : (area - lambdaW) / area);
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add(_arrived);
        hash.Add(_started);
        hash.Add(_completed);
        hash.Add(_sojournSum);
        hash.Add(Inside.Value);
    }
}
