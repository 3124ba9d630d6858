namespace OpsGame.Simulation.Engine;

/// <summary>A number over time and the area under it.</summary>
internal struct OverTime
{
    private long _since;

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
        Area += Value * (now - _since);
        _since = now;
    }

    public void Reset(long now)
    {
        _since = now;
        Area = 0;
        Max = Value;
    }
}
