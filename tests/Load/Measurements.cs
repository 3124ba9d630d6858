namespace OpsGame.Load;

/// <summary>What all clients of a run saw while measuring.</summary>
internal sealed class Measurements
{
    private readonly List<double> _outcomesMs = [];
    private readonly Lock _gate = new();
    private long _bytes;
    private long _frames;
    private long _gaps;
    private long _refusals;
    private long _seeds;
    private double _behindMsMax;
    private double _lateMsMax;

    /// <summary>False during warm-up: nothing counts yet.</summary>
    public volatile bool Counting;

    public long Bytes => Interlocked.Read(ref _bytes);

    public long Frames => Interlocked.Read(ref _frames);

    public long Gaps => Interlocked.Read(ref _gaps);

    public long Refusals => Interlocked.Read(ref _refusals);

    /// <summary>Seeds of plans that were finished.</summary>
    public long Seeds => Interlocked.Read(ref _seeds);

    public double BehindMsMax => _behindMsMax;

    /// <summary>Of any frame at any client.</summary>
    public double LateMsMax => _lateMsMax;

    /// <summary>Forgets what was measured.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            _outcomesMs.Clear();
            (_behindMsMax, _lateMsMax) = (0, 0);
        }

        Interlocked.Exchange(ref _bytes, 0);
        Interlocked.Exchange(ref _frames, 0);
        Interlocked.Exchange(ref _gaps, 0);
        Interlocked.Exchange(ref _refusals, 0);
    }

    public void Received(int count)
    {
        if (Counting) Interlocked.Add(ref _bytes, count);
    }

    public void SawFrame(bool gap, double behindMs, double lateMs)
    {
        if (!Counting) return;
        Interlocked.Increment(ref _frames);
        if (gap) Interlocked.Increment(ref _gaps);
        lock (_gate) (_behindMsMax, _lateMsMax) = (Math.Max(_behindMsMax, behindMs), Math.Max(_lateMsMax, lateMs));
    }

    public void SawSeed()
    {
        if (Counting) Interlocked.Increment(ref _seeds);
    }

    public void Refused() => Interlocked.Increment(ref _refusals);

    public void SawOutcome(double ms)
    {
        if (!Counting) return;
        lock (_gate) _outcomesMs.Add(ms);
    }

    public (int Count, double P50, double P99, double Max) Outcomes()
    {
        lock (_gate)
        {
            var sorted = _outcomesMs.Order().ToArray();
            if (sorted.Length == 0) return (0, double.NaN, double.NaN, double.NaN);
            double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
            return (sorted.Length, At(0.5), At(0.99), sorted[^1]);
        }
    }
}
