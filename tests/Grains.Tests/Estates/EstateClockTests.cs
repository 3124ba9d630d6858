using OpsGame.Grains.Estates;

namespace OpsGame.Grains.Tests.Estates;

public sealed class EstateClockTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(0.5, 500)]
    [InlineData(1, 250)]
    [InlineData(8, 31.25)]
    public void ATickIsDueAfterAQuarterOfASimulatedSecond(double speed, double milliseconds)
    {
        var clock = Create(speed);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), clock.UntilDue);
        Assert.Equal(TimeSpan.Zero, clock.Behind);
    }

    /// <summary>However often it is set going again, its ticks stay where they are.</summary>
    [Fact]
    public void EveryEstateHasItsOwnMomentWithinAStep()
    {
        var phases = Enumerable.Range(0, 200).Select(i => EstateClock.PhaseOf($"drill{i}/t1")).ToList();
        for (var part = 0; part < 4; part++)
            Assert.InRange(phases.Count(phase => phase >= part / 4.0 && phase < (part + 1) / 4.0), 30, 70);
        _time.Pass(12345);
        var clock = new EstateClock(_time) { Phase = 0.5 };
        clock.Start(speed: 1);
        Assert.Equal(TimeSpan.FromMilliseconds(30), clock.UntilDue);
        _time.Pass(10);
        clock.Start(speed: 1);
        Assert.Equal(TimeSpan.FromMilliseconds(20), clock.UntilDue);
        _time.Pass(70);
        clock.Start(speed: 1);
        Assert.Equal(TimeSpan.FromMilliseconds(200), clock.UntilDue);
    }

    [Fact]
    public void ALateTickDoesNotDelayTheNextOne()
    {
        var clock = Create(speed: 1);
        _time.Pass(290);
        clock.Begin();
        Assert.Equal(TimeSpan.FromMilliseconds(210), clock.UntilDue);
    }

    [Fact]
    public void MissedTicksAreMadeUpForOneByOne()
    {
        var clock = Create(speed: 1);
        _time.Pass(1000);
        var ticks = 0;
        for (; clock.UntilDue == TimeSpan.Zero; ticks++) clock.Begin();
        Assert.Equal(4, ticks);
        Assert.Equal(TimeSpan.FromMilliseconds(250), clock.UntilDue);
    }

    [Fact]
    public void ATickThatTakesLongerThanItsTimeSlowsTheClockAndSaysSo()
    {
        var clock = Create(speed: 1);
        for (var tick = 0; tick < 100; tick++)
        {
            clock.Begin();
            _time.Pass(400);
        }

        Assert.Equal(TimeSpan.Zero, clock.UntilDue);
        Assert.InRange(clock.Behind, EstateClock.MostLag - TimeSpan.FromMilliseconds(250),
            EstateClock.MostLag + TimeSpan.FromMilliseconds(400));
    }

    /// <summary>Between two readings a thread may be preempted: what was not due yet is overdue at the next one.</summary>
    [Fact]
    public void TheWaitForATickIsNeverNegative()
    {
        var time = new RunningTime(TimeSpan.FromMilliseconds(35));
        var clock = new EstateClock(time);
        clock.Start(speed: 1);
        for (var reading = 0; reading < 100; reading++)
        {
            Assert.True(clock.UntilDue >= TimeSpan.Zero);
            Assert.True(clock.Behind >= TimeSpan.Zero);
        }
    }

    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(1, 6)]
    [InlineData(8, 48)]
    public void TicksOfATimeFollowTheSpeed(double speed, long ticks) =>
        Assert.Equal(ticks, Create(speed).Ticks(TimeSpan.FromSeconds(1.5)));

    private EstateClock Create(double speed)
    {
        _time.Pass(12500);
        var clock = new EstateClock(_time);
        clock.Start(speed);
        return clock;
    }
}
