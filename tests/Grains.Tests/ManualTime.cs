namespace OpsGame.Grains.Tests;

/// <summary>Time that passes when a test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(_now);

    public void Pass(TimeSpan time) => _now += time.Ticks;

    public void Pass(double milliseconds) => Pass(TimeSpan.FromMilliseconds(milliseconds));
}
