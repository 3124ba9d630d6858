namespace OpsGame.Server.Hubs;

/// <summary>How often a connection may do something: a bucket of so many, refilled by so many a second.</summary>
internal sealed class Allowance(TimeProvider time, int burst, double perSecond)
{
    private readonly Lock _gate = new();
    private double _left = burst;
    private long _at = time.GetTimestamp();

    public bool Take()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _left = Math.Min(burst, _left + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond));
            _at = now;
            if (_left < 1) return false;
            _left -= 1;
            return true;
        }
    }
}
