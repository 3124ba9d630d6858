namespace OpsGame.Grains.Tests;

/// <summary>Time that passes with every reading.</summary>
internal sealed class RunningTime(TimeSpan step) : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now += step.Ticks;
}
