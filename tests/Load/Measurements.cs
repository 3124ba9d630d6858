namespace OpsGame.Load;

/// <summary>What all clients of a run saw while measuring.</summary>
internal sealed class Measurements
{
    private readonly List<double> outcomesMs = [];
    private readonly Lock gate = new();
    private long bytes;
    private long frames;
    private long gaps;
    private long refusals;
    private double behindMsMax;

    /// <summary>False during warm-up: nothing counts yet.</summary>
    public volatile bool Counting;

    public long Bytes => Interlocked.Read(ref bytes);

    public long Frames => Interlocked.Read(ref frames);

    public long Gaps => Interlocked.Read(ref gaps);

    public long Refusals => Interlocked.Read(ref refusals);

    public double BehindMsMax => behindMsMax;

    public void Received(int count)
    {
        if (Counting) Interlocked.Add(ref bytes, count);
    }

    public void SawFrame(bool gap, double behindMs)
    {
        if (!Counting) return;
        Interlocked.Increment(ref frames);
        if (gap) Interlocked.Increment(ref gaps);
        lock (gate) behindMsMax = Math.Max(behindMsMax, behindMs);
    }

    public void Refused() => Interlocked.Increment(ref refusals);

    public void SawOutcome(double ms)
    {
        if (!Counting) return;
        lock (gate) outcomesMs.Add(ms);
    }

    public (int Count, double P50, double P99, double Max) Outcomes()
    {
        lock (gate)
        {
            var sorted = outcomesMs.Order().ToArray();
            if (sorted.Length == 0) return (0, double.NaN, double.NaN, double.NaN);
            double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
            return (sorted.Length, At(0.5), At(0.99), sorted[^1]);
        }
    }
}
