using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// Requests that need two connections of one pool: threads × (2 − 1) + 1 connections are enough whatever happens (HikariCP, About
/// Pool Sizing), one less is not.
/// </summary>
public sealed class SecondConnectionTests
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(4, 3, false)]
    [InlineData(4, 4, false)]
    [InlineData(4, 5, true)]
    [InlineData(16, 16, false)]
    [InlineData(16, 17, true)]
    public void OneConnectionMoreThanThreadsIsEnoughAndOneLessIsNot(int threads, int pool, bool goesOn)
    {
        var play = new Play(Nested(threads, pool)).Pass(60);
        var answered = Answered(play);

        if (goesOn) Assert.InRange(Answered(play.Pass(30)) - answered, 1_000, 150_000);
        else Assert.Equal(answered, Answered(play.Pass(30)));
        var now = play.World.Last.DatabaseTelemetry[0];
        Assert.InRange(now.PoolBusy, Math.Min(pool, threads), pool);
    }

    [Fact]
    public void APoolTimeoutFreesTheDeadlock()
    {
        var nested = Nested(threads: 4, pool: 4);
        var play = new Play(nested with { Database = nested.Database! with { PoolTimeoutNs = Estates.Seconds(0.5) } }).Pass(60);
        var answered = Answered(play);

        Assert.True(Answered(play.Pass(30)) > answered);
        Assert.True(play.World.Report().Classes[0].Failed[Cause.PoolTimeout] > 50);
    }

    [Fact]
    public void BothConnectionsComeBackWhateverBecomesOfTheRequest()
    {
        var play = new Play(Nested(threads: 4, pool: 8)).Pass(10);

        play.Do("kill-session", "database", ("which", "all")).Pass(5);
        play.Do("restart-server", "db-1").Pass(20);
        play.Do("kill-process", "station", ("role", "app"), ("process", "1")).Pass(20);
        play.Do("set-pool", "database", ("connections", "5")).Pass(10);

        var answered = Answered(play);
        Assert.InRange(Answered(play.Pass(10)) - answered, 1_000, 150_000);
    }

    private static long Answered(Play play) => play.World.Report().Classes[0].Answered;

    /// <summary>So many users that no thread is ever idle.</summary>
    private static Scenario Nested(int threads, int pool)
    {
        var station = Estates.WithDatabase(
            Estates.Station(5_000, Estates.Fixed(0.1), cores: threads, threads: threads, queue: 50), Estates.Exp(1));
        return station with
        {
            Classes = [station.Classes[0] with { SecondConnection = Estates.Exp(1) }],
            Database = station.Database! with { PoolSize = pool },
        };
    }
}
