namespace OpsGame.Grains.Tests;

/// <summary>The real time, which leaps ahead when a test says so.</summary>
internal sealed class LeapingTime : TimeProvider
{
    private long _ahead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Interlocked.Read(ref _ahead);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Leap(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);
}
