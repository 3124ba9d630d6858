namespace OpsGame.Server.Hubs;

/// <summary>How often a connection may call: a bucket of twenty, refilled by ten a second.</summary>
internal sealed class Allowance(TimeProvider time)
{
    public const int PerSecond = 10;
    public const int Burst = 20;

    private readonly Lock _gate = new();
    private double _left = Burst;
    private long _at = time.GetTimestamp();

    public bool Take()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _left = Math.Min(Burst, _left + (time.GetElapsedTime(_at, now).TotalSeconds * PerSecond));
            _at = now;
            if (_left < 1) return false;
            _left -= 1;
            return true;
        }
    }
}
