using System.Diagnostics;

namespace OpsGame.Load;

/// <summary>How much later a client's frames come than the promptest did, for a clock that runs at its usual speed.</summary>
internal sealed class Lateness
{
    private readonly long _since = Stopwatch.GetTimestamp();
    private double _promptestMs = double.MaxValue;

    public double OfMs(double simulatedMs)
    {
        var aheadMs = Stopwatch.GetElapsedTime(_since).TotalMilliseconds - simulatedMs;
        _promptestMs = Math.Min(_promptestMs, aheadMs);
        return aheadMs - _promptestMs;
    }
}
