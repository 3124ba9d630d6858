using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 10. One long transaction holds a row; its writers hold the threads everybody else needs.</summary>
public sealed class LongTransactionTests
{
    [Fact]
    public void EveryWriterWaitsForTheLongTransactionAndThenAllWaitForThreads()
    {
        var seen = Reported(Books(reports: 0.05)).Watch(120);

        Assert.True(seen.LockWaitersMost > 50);
        Assert.True(seen.GoodputOf("users") < 90);
        Assert.True(seen.GoodputOf("buy") < 15);
    }

    [Fact]
    public void ShortTransactionsForTheSameReportCure()
    {
        var seen = Reported(Books(reports: 5, reportMs: 50)).Watch(120);

        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void ALockTimeoutKeepsTheReadersSafe()
    {
        var books = Books(reports: 0.05).Stored(database => database with { LockTimeoutNs = Estates.Seconds(0.5) });
        var seen = Reported(books).Watch(120);

        Assert.True(seen.GoodputOf("users") > 95);
        Assert.True(seen.Failed(Cause.LockTimeout) > 100);
    }

    [Theory]
    [InlineData("longest-transaction", "any")]
    [InlineData("lock-holder", "any")]
    [InlineData("all", "report")]
    public void KillingItsSessionCuresUntilTheNextReport(string which, string users)
    {
        // a report that would take ten minutes
        var play = Reported(Books(reports: 0.01, reportMs: 600_000));
        while (play.World.Last.DatabaseTelemetry[0].LockWaiters < 20) play.Pass(1);
        Assert.True(play.Watch(5).GoodputOf("buy") < 1);

        play.Do("kill-session", "database", ("which", which), ("class", users)).Pass(10);
        var seen = play.Watch(20);

        Assert.Equal(["database", "report"], play.Events.First(told => told.Code == "session-killed").Args.Take(2));
        Assert.True(seen.GoodputOf("buy") > 18);
        Assert.True(seen.GoodputOf("users") > 95);
        Assert.Equal(1, play.World.Report().Classes[2].Failed[Cause.SessionKilled]);
    }

    [Fact]
    public void MoreServersDoNotHelp()
    {
        var seen = Reported(Books(reports: 0.05)).Buy(2).Watch(120);

        Assert.True(seen.GoodputOf("buy") < 15);
    }

    [Fact]
    public void WithoutTheReportNothingHappens() => Assert.Equal(0, Reported(Books(reports: 0.000001)).Watch(120).Failures);

    private static Play Reported(Scenario scenario) => new Play(scenario).Pass(30);

    /// <summary>Readers, buyers who write the stock's one row, and a report that locks it as long as it runs.</summary>
    private static Scenario Books(double reports, double reportMs = 5_000)
    {
        var shop = Shop.Of(100);
        var buy = shop.Classes[0] with { Id = "buy", RatePerSecond = 20, WriteShare = 1, Data = "stock", Db = Estates.Fixed(5) };
        var report = buy with { Id = "report", RatePerSecond = reports, Db = Estates.Fixed(reportMs), PatienceNs = 0 };
        return shop with { Classes = [shop.Classes[0], buy, report] };
    }
}
