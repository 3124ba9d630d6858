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
        Assert.InRange(clock.Behind, EstateClock.MostLag - TimeSpan.FromMilliseconds(250), EstateClock.MostLag + TimeSpan.FromMilliseconds(400));
    }

    private EstateClock Create(double speed)
    {
        _time.Pass(12345);
        var clock = new EstateClock(_time);
        clock.Start(speed);
        return clock;
    }
}
