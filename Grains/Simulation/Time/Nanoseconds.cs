namespace OpsGame.Simulation.Time;

/// <summary>Simulated time: whole nanoseconds since the drill's start, as <see langword="long"/> (292 years).</summary>
public static class Nanoseconds
{
    public const long PerMillisecond = 1_000_000;
    public const long PerSecond = 1_000_000_000;

    /// <summary>The control plane's step: 250 ms of simulated time.</summary>
    public const long PerTick = 250 * PerMillisecond;

    /// <summary>Ticks in a simulated second: the length of a telemetry window.</summary>
    public const int TicksPerSecond = (int)(PerSecond / PerTick);

    public static long FromSeconds(double seconds) => (long)(seconds * PerSecond);

    public static double ToSeconds(long ns) => ns / (double)PerSecond;

    public static double ToMilliseconds(long ns) => ns / (double)PerMillisecond;
}
