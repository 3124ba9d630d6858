namespace OpsGame.Load;

/// <summary>What all clients of a run saw while measuring.</summary>
internal sealed class Measurements
{
    private readonly List<double> _outcomesMs = [];
    private readonly List<double> _lateMs = [];
    private readonly Lock _gate = new();
    private long _bytes;
    private long _frames;
    private long _gaps;
    private long _refusals;
    private long _seeds;
    private long _frameBytes;
    private long _inspected;
    private long _changes;
    private double _behindMsMax;

    /// <summary>False during warm-up: nothing counts yet.</summary>
    public volatile bool Counting;

    public long Bytes => Interlocked.Read(ref _bytes);

    public long Frames => Interlocked.Read(ref _frames);

    public long Gaps => Interlocked.Read(ref _gaps);

    public long Refusals => Interlocked.Read(ref _refusals);

    /// <summary>Seeds of plans that were finished.</summary>
    public long Seeds => Interlocked.Read(ref _seeds);

    /// <summary>Looks at a component's past.</summary>
    public long Inspected => Interlocked.Read(ref _inspected);

    /// <summary>Somebody left, and somebody else joined.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>In the mean.</summary>
    public double BytesAFrame => Frames == 0 ? 0 : Interlocked.Read(ref _frameBytes) / (double)Frames;

    public double BehindMsMax => _behindMsMax;

    /// <summary>Forgets what was measured.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            _outcomesMs.Clear();
            _lateMs.Clear();
            _behindMsMax = 0;
        }

        Interlocked.Exchange(ref _bytes, 0);
        Interlocked.Exchange(ref _frames, 0);
        Interlocked.Exchange(ref _frameBytes, 0);
        Interlocked.Exchange(ref _gaps, 0);
        Interlocked.Exchange(ref _refusals, 0);
    }

    public void Received(int count)
    {
        if (Counting) Interlocked.Add(ref _bytes, count);
    }

    public void SawFrame(int bytes, bool gap, double behindMs, double lateMs)
    {
        if (!Counting) return;
        Interlocked.Increment(ref _frames);
        Interlocked.Add(ref _frameBytes, bytes);
        if (gap) Interlocked.Increment(ref _gaps);
        lock (_gate)
        {
            _behindMsMax = Math.Max(_behindMsMax, behindMs);
            _lateMs.Add(lateMs);
        }
    }

    public void SawHistory()
    {
        if (Counting) Interlocked.Increment(ref _inspected);
    }

    public void SawChange()
    {
        if (Counting) Interlocked.Increment(ref _changes);
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

    /// <summary>From sending a command to the frame that shows its outcome.</summary>
    public Spread Outcomes() => Of(_outcomesMs);

    /// <summary>Every frame at every client, after the promptest one there.</summary>
    public Spread Late() => Of(_lateMs);

    private Spread Of(List<double> values)
    {
        lock (_gate)
        {
            var sorted = values.Order().ToArray();
            if (sorted.Length == 0) return new Spread(0, double.NaN, double.NaN, double.NaN);
            double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
            return new Spread(sorted.Length, At(0.5), At(0.99), sorted[^1]);
        }
    }
}

internal sealed record Spread(int Count, double P50, double P99, double Max);
