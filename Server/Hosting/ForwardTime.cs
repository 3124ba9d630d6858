namespace OpsGame.Server.Hosting;

/// <summary>
/// A clock that never goes back: set back, it goes on from where it was until the machine's clock has caught up. Orleans begins
/// no grain
/// at a time that lies before its last look around, so without this nobody could open a drill until then.
/// </summary>
internal sealed class ForwardTime(TimeProvider clock) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _latest = clock.GetUtcNow();
    private long _at = clock.GetTimestamp();

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            var (now, at) = (clock.GetUtcNow(), clock.GetTimestamp());
            var passed = _latest + clock.GetElapsedTime(_at, at);
            (_latest, _at) = (now > passed ? now : passed, at);
            return _latest;
        }
    }

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
