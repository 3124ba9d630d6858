namespace OpsGame.Grains;

/// <summary>How often somebody may do something: a bucket of so many, refilled by so many a second.</summary>
public sealed class Allowance(TimeProvider time, int burst, double perSecond)
{
    private readonly Lock _gate = new();
    private double _left = burst;
    private long _at = time.GetTimestamp();

    /// <summary>Nothing was taken for so long that it is as a new one.</summary>
    public bool IsFull
    {
        get
        {
            lock (_gate) return Refilled() >= burst;
        }
    }

    public bool HasSome
    {
        get
        {
            lock (_gate) return Refilled() >= 1;
        }
    }

    public bool Take()
    {
        lock (_gate)
        {
            if (Refilled() < 1) return false;
            _left -= 1;
            return true;
        }
    }

    /// <summary>What is done already is paid for, if need be with what comes later, down to so much.</summary>
    public void Owe(double most)
    {
        lock (_gate) _left = Math.Max(-most, Refilled() - 1);
    }

    private double Refilled()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(burst, _left + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond));
        _at = now;
        return _left;
    }
}
