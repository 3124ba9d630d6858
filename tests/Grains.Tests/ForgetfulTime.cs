namespace OpsGame.Grains.Tests;

/// <summary>The system's time, with timers that can be made to forget when they are to fire.</summary>
internal sealed class ForgetfulTime : TimeProvider
{
    private TimeSpan _forgets;
    private TimeSpan _fails;

    /// <summary>The next timer that is set to fire within this time never does.</summary>
    public void ForgetOne(TimeSpan within) => _forgets = within;

    /// <summary>The next timer that is to be set to fire within this time cannot be set.</summary>
    public void FailOne(TimeSpan within) => _fails = within;

    /// <summary>Whether it has happened.</summary>
    public bool Forgot { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Forgetful(this, base.CreateTimer(callback, state, dueTime, period));

    private sealed class Forgetful(ForgetfulTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero && dueTime < time._fails)
            {
                time._fails = TimeSpan.Zero;
                throw new InvalidOperationException("The timer cannot be set.");
            }

            if (dueTime < TimeSpan.Zero || dueTime >= time._forgets) return timer.Change(dueTime, period);
            time._forgets = TimeSpan.Zero;
            time.Forgot = true;
            return timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
