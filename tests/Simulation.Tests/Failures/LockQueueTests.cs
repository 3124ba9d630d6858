using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 32. A migration's ALTER waits for one long reader, and everybody who wants the table waits behind the ALTER, though
/// none of them is in the other's way. It looks as if the database were down.
/// </summary>
public sealed class LockQueueTests
{
    [Fact]
    public void EverybodyWaitsBehindAnAlterThatWaitsForOneReader()
    {
        var seen = Migrated(Books(report: true)).Watch(60);

        Assert.True(seen.GoodputOf("users") < 1);
        Assert.True(seen.TableWaitersMost > 40);
        Assert.True(seen.Cpu("db-1") < 0.2);
        Assert.Equal(0, seen.LockWaitersMost);
    }

    [Fact]
    public void ALockTimeoutOfTheAlterCures()
    {
        var play = Migrated(Books(report: true)).Do("cancel-alter", "database").Pass(15);
        play.Do("alter-table", "database", ("class", "users"), ("work", "0.1"), ("timeout", "0.5"), ("retry", "10"));

        Assert.True(play.Watch(60).GoodputOf("users") > 95);
    }

    [Fact]
    public void KillingTheLongReaderCures()
    {
        var play = Migrated(Books(report: true)).Do("kill-session", "database", ("which", "lock-holder")).Pass(15);

        Assert.Equal("report", play.Events.First(told => told.Code == "session-killed").Args[1]);
        Assert.Contains("table-altered", play.Codes);
        Assert.True(play.Watch(30).GoodputOf("users") > 95);
    }

    [Fact]
    public void MoreServersDoNotHelp() =>
        Assert.True(Migrated(Books(report: true)).Buy(2).Watch(60).GoodputOf("users") < 1);

    [Fact]
    public void WithoutALongReaderTheAlterHarmsNobody() =>
        Assert.Equal(0, Migrated(Books(report: false)).Watch(60).Failures);

    [Fact]
    public void WithoutTheAlterTheLongReaderHarmsNobody() =>
        Assert.Equal(0, Begun(Books(report: true)).Watch(60).Failures);

    private static Play Migrated(Scenario scenario) =>
        Begun(scenario).Do("table-alter", "database", ("seconds", "1"), ("class", "users")).Pass(15);

    private static Play Begun(Scenario scenario)
    {
        var play = new Play(scenario).Pass(20);
        while (scenario.Classes[1].RatePerSecond > 0.001 && play.World.Report().Classes[1].Offered == 0) play.Pass(1);
        return play;
    }

    /// <summary>A report of ten minutes reads what the users read; it asks the database itself.</summary>
    private static Scenario Books(bool report)
    {
        var shop = Shop.Of(100).Asked(users => users with { Data = "books" });
        return shop with
        {
            Classes =
            [
                shop.Classes[0],
                shop.Classes[0] with
                {
                    Id = "report", RatePerSecond = report ? 0.02 : 1e-6, Db = Estates.Fixed(600_000), PatienceNs = 0,
                    Weight = 0,
                },
            ],
        };
    }
}
