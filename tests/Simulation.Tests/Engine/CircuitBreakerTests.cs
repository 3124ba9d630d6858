using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Engine;

public sealed class CircuitBreakerTests
{
    private readonly CircuitBreaker _breaker = new(new BreakerSpec(0.5, Window: 10, LeastCalls: 4, OpenNs: 60, Tries: 2));

    [Fact]
    public void ABreakerOpensExactlyAtItsFailureRate()
    {
        Calls(at: 0, failed: [true, true, true]);
        Assert.Equal(Circuit.Closed, _breaker.State);

        Calls(at: 7, failed: [false]);

        Assert.Equal(Circuit.Open, _breaker.State);
        Assert.False(_breaker.Lets(66));
        Assert.True(_breaker.Lets(67));
    }

    [Fact]
    public void OnlyTheLastCallsCount()
    {
        Calls(at: 0, failed: [true, false, false, false, false, false, false, false, false, false]);
        Calls(at: 1, failed: [true, true, true, true]);
        Assert.Equal(Circuit.Closed, _breaker.State);

        Calls(at: 2, failed: [true]);

        // the first failure has left the window: five of ten
        Assert.Equal(Circuit.Open, _breaker.State);
    }

    [Theory]
    [InlineData(false, false, Circuit.Closed)]
    [InlineData(true, false, Circuit.Open)]
    [InlineData(true, true, Circuit.Open)]
    internal void AFewTryAndDecide(bool first, bool second, Circuit then)
    {
        Calls(at: 0, failed: [true, true, true, true]);

        Assert.True(_breaker.Lets(60));
        Assert.True(_breaker.Lets(60));
        Assert.False(_breaker.Lets(60));
        Assert.Equal(Circuit.HalfOpen, _breaker.State);
        _breaker.Judge(first, tookNs: 0, 70);
        _breaker.Judge(second, tookNs: 0, 80);

        Assert.Equal(then, _breaker.State);
        Assert.Equal(then == Circuit.Closed, _breaker.Lets(139));
        Assert.True(_breaker.Lets(140));
    }

    [Fact]
    public void ALostTrialCallMakesRoomForAnother()
    {
        Calls(at: 0, failed: [true, true, true, true]);
        Assert.True(_breaker.Lets(60) && _breaker.Lets(60));

        _breaker.Forget();

        Assert.True(_breaker.Lets(61));
        Assert.False(_breaker.Lets(61));
    }

    [Fact]
    public void SlowCallsOpenABreakerThoughNoneFails()
    {
        var breaker = new CircuitBreaker(
            new BreakerSpec(0.5, Window: 10, LeastCalls: 4, OpenNs: 60, Tries: 2, SlowNs: 100, SlowShare: 0.75));

        foreach (var took in (long[])[101, 100, 101]) breaker.Judge(failed: false, took, now: 0);
        Assert.Equal(Circuit.Closed, breaker.State);
        breaker.Judge(failed: false, 500, now: 0);
        Assert.Equal(Circuit.Open, breaker.State);

        // two quick calls close it again, and the slow ones are forgotten
        Assert.True(breaker.Lets(60) && breaker.Lets(60));
        foreach (var _ in (int[])[1, 2]) breaker.Judge(failed: false, 50, now: 70);
        Assert.Equal(Circuit.Closed, breaker.State);
    }

    [Fact]
    public void ADatabaseThatOnlyBecomesSlowIsLeftAloneByABreakerThatLooksAtTime()
    {
        Assert.Equal(0, Slow(slowNs: 0));
        Assert.True(Slow(slowNs: Estates.Seconds(0.2)) > 500);

        static long Slow(long slowNs)
        {
            var whole = Estates.Whole();
            var play = new Play(whole with
            {
                Classes = [whole.Classes[0] with { Cacheable = false, Retry = new RetrySpec(1, 0, 0) }],
                Database = whole.Database! with
                {
                    Slots = 64, Breaker = new BreakerSpec(0.5, 20, 20, Estates.Seconds(10), 5, slowNs, 0.5),
                },
            });
            play.Pass(5).Do("database-slow", "database", ("seconds", "60"), ("amount", "50")).Pass(40);
            return play.World.Report().Classes[0].Failed.GetValueOrDefault(Cause.CircuitOpen);
        }
    }

    [Fact]
    public void AnUnreachableDatabaseFailsFastAndIsTriedAgain()
    {
        var whole = Estates.Whole();
        var play = new Play(whole with
        {
            Classes = [whole.Classes[0] with { Cacheable = false, Retry = new RetrySpec(1, 0, 0) }],
            Database = whole.Database! with
            {
                Breaker = new BreakerSpec(0.5, 20, 20, Estates.Seconds(10), 5), ConnectTimeoutNs = Estates.Seconds(1),
            },
        });

        play.Pass(10).Do("close-firewall", "db-1").Pass(8);
        var causes = play.World.Report().Classes[0].Failed;
        Assert.True(causes[Cause.CircuitOpen] > 200);
        // every server asks 20 times in vain before its circuit opens, and a second long whoever was on the way
        Assert.InRange(causes[Cause.Unreachable], 4 * 20, 4 * 20 + 2 * 80);

        play.Do("open-firewall", "db-1").Pass(14);
        var opened = play.World.Report().Classes[0].Failed[Cause.CircuitOpen];
        Assert.Equal(opened, play.Pass(20).World.Report().Classes[0].Failed[Cause.CircuitOpen]);
    }

    [Fact]
    public void ACallThatFoundNoConnectionInTimeCountsAsFailed()
    {
        var whole = Estates.Whole();
        var play = new Play(whole with
        {
            Classes = [whole.Classes[0] with { Cacheable = false, Retry = new RetrySpec(1, 0, 0) }],
            Database = whole.Database! with
            {
                PoolSize = 1, PoolTimeoutNs = Estates.Seconds(0.25),
                Breaker = new BreakerSpec(0.5, 20, 20, Estates.Seconds(30), 5),
            },
        });

        play.Pass(5).Do("database-slow", "database", ("seconds", "60"), ("amount", "50")).Pass(40);
        var causes = play.World.Report().Classes[0].Failed;
        Assert.True(causes[Cause.PoolTimeout] > 20);
        Assert.True(causes[Cause.CircuitOpen] > 200, "four servers, whose calls wait in vain");
    }

    [Fact]
    public void AnOperatorTurnsItOnAndOff()
    {
        var play = new Play(Estates.Whole());
        play.Pass(5).Do("set-breaker", "database", ("calls", "10"), ("window", "10"), ("open", "30")).Do("close-firewall", "db-1")
            .Pass(10);
        var open = play.World.Report().Classes[1].Failed[Cause.CircuitOpen];
        Assert.True(open > 20);

        play.Do("set-breaker", "database", ("on", "false")).Pass(1);
        open = play.World.Report().Classes[1].Failed[Cause.CircuitOpen];

        Assert.Equal(open, play.Pass(10).World.Report().Classes[1].Failed[Cause.CircuitOpen]);
    }

    private void Calls(long at, bool[] failed)
    {
        foreach (var call in failed)
        {
            Assert.True(_breaker.Lets(at));
            _breaker.Judge(call, tookNs: 0, at);
        }
    }
}
