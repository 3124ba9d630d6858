namespace OpsGame.Grains.Tests;

/// <summary>The system's time, with timers that can be made to forget when they are to fire.</summary>
internal sealed class ForgetfulTime : TimeProvider
{
    /// <summary>More than any timer can be set to wait.</summary>
    private static readonly TimeSpan Far = TimeSpan.FromDays(60);

    private TimeSpan _forgets;
    private long _leapsUntil;

    /// <summary>The next timer that is set to fire within this time never does.</summary>
    public void ForgetOne(TimeSpan within) => _forgets = within;

    /// <summary>For so long it lies far back: what was due soon is due later than any timer can wait.</summary>
    public void LeapBack(TimeSpan lasts) =>
        Volatile.Write(ref _leapsUntil, base.GetTimestamp() + (long)(lasts.TotalSeconds * TimestampFrequency));

    /// <summary>Whether it has happened.</summary>
    public bool Forgot { get; private set; }

    public override long GetTimestamp()
    {
        var now = base.GetTimestamp();
        return now < Volatile.Read(ref _leapsUntil) ? now - (long)(Far.TotalSeconds * TimestampFrequency) : now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Forgetful(this, base.CreateTimer(callback, state, dueTime, period));

    private sealed class Forgetful(ForgetfulTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.Zero || dueTime >= time._forgets) return timer.Change(dueTime, period);
            time._forgets = TimeSpan.Zero;
            time.Forgot = true;
            return timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
