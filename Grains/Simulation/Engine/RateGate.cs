using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// Lets so many through a second: the generic cell rate algorithm (ITU-T I.371) with a tolerance of one second.
/// </summary>
internal struct RateGate
{
    private long _theoreticalArrival;

    /// <summary>0: no limit.</summary>
    public int PerSecond { get; set; }

    public bool Passes(long now)
    {
        if (PerSecond == 0) return true;
        var next = Math.Max(_theoreticalArrival, now);
        if (next - now >= Nanoseconds.PerSecond) return false;
        _theoreticalArrival = next + Nanoseconds.PerSecond / PerSecond;
        return true;
    }
}
