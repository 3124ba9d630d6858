using OpsGame.Server.Hosting;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>A clock that was set ahead is not believed at once.</summary>
public sealed class LeapsTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void TimeThatPassesIsNoLeap()
    {
        var leaps = new Leaps(_clock);
        for (var day = 0; day < 40; day++)
        {
            _clock.Passes(TimeSpan.FromDays(1));
            Assert.False(leaps.Look());
        }

        Assert.False(leaps.Doubtful);
    }

    [Fact]
    public void AClockSetAheadIsDoubtedForADay()
    {
        var leaps = new Leaps(_clock);
        _clock.IsSet(TimeSpan.FromDays(365));
        Assert.True(leaps.Look());
        _clock.Passes(TimeSpan.FromHours(23));
        Assert.False(leaps.Look());
        Assert.True(leaps.Doubtful);
        _clock.Passes(TimeSpan.FromHours(1));
        Assert.False(leaps.Look());
        Assert.False(leaps.Doubtful);
    }

    [Fact]
    public void AClockSetBackAndAFewMinutesAreNoLeap()
    {
        var leaps = new Leaps(_clock);
        _clock.IsSet(TimeSpan.FromDays(-2));
        Assert.False(leaps.Look());
        _clock.IsSet(TimeSpan.FromMinutes(9));
        Assert.False(leaps.Look());
        Assert.False(leaps.Doubtful);
    }

    private sealed class Clock : TimeProvider
    {
        private TimeSpan _passed;
        private TimeSpan _set;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _passed + _set;

        public override long GetTimestamp() => _passed.Ticks;

        public void Passes(TimeSpan time) => _passed += time;

        public void IsSet(TimeSpan by) => _set += by;
    }
}
