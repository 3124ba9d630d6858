namespace OpsGame.Simulation.Engine.Databases;

/// <summary>What replicas do not have yet: writes reach them the lag after they were committed.</summary>
internal sealed class Replication(int keys, long lagNs)
{
    private readonly long[] _writtenAt = NewTimes(keys);
    private readonly Queue<long> _underWay = new();

    public long LagNs { get; set; } = lagNs;

    public void Written(int key, long now) => _writtenAt[key] = now;

    /// <summary>A transaction that wrote is over.</summary>
    public void Committed(long now)
    {
        Arrive(now);
        _underWay.Enqueue(now);
    }

    /// <summary>Was the key written less than the lag ago, and longer ago than tolerated (−1: any age will do)?</summary>
    public bool IsStale(int key, long now, long toleratedNs) =>
        toleratedNs >= 0 && _writtenAt[key] > now - LagNs && now - _writtenAt[key] > toleratedNs;

    /// <summary>Committed transactions no replica has.</summary>
    public int UnderWay(long now)
    {
        Arrive(now);
        return _underWay.Count;
    }

    /// <summary>The primary is another one: what was under way never arrives.</summary>
    public void Lose() => _underWay.Clear();

    private void Arrive(long now)
    {
        while (_underWay.Count > 0 && _underWay.Peek() <= now - LagNs) _underWay.Dequeue();
    }

    private static long[] NewTimes(int keys)
    {
        var times = new long[keys];
        Array.Fill(times, long.MinValue / 2);
        return times;
    }
}
