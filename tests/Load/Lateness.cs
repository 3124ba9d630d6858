using System.Diagnostics;

namespace OpsGame.Load;

/// <summary>How much later a client's frames come than the promptest did, for a clock that runs at its usual speed.</summary>
internal sealed class Lateness
{
    private readonly long _since = Stopwatch.GetTimestamp();
    private double _promptestMs = double.MaxValue;
    private double _lastMs;

    /// <summary>Since the last frame.</summary>
    public double SilentMs => Stopwatch.GetElapsedTime(_since).TotalMilliseconds - _lastMs;

    public double OfMs(double simulatedMs)
    {
        _lastMs = Stopwatch.GetElapsedTime(_since).TotalMilliseconds;
        var aheadMs = _lastMs - simulatedMs;
        _promptestMs = Math.Min(_promptestMs, aheadMs);
        return aheadMs - _promptestMs;
    }
}
