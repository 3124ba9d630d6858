using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// An ALTER waits for whoever has its table, and everybody who comes waits behind it: with a reader that has R left, λ arrivals a
/// second and an ALTER of length A, λ·R wait when it gets the table and λ·(R + A) when it is done; the first waited R + A.
/// </summary>
public sealed class TableLockTests
{
    private const double Rate = 40;
    private const double ReportSeconds = 30;

    [Fact]
    public void EverybodyWhoComesBehindTheAlterWaitsUntilReaderAndAlterAreDone()
    {
        var play = UntilReported();
        var reportEnds = play.World.NowNs + Estates.Seconds(ReportSeconds);
        play.Do("alter-table", "database", ("class", "users"), ("work", "4")).Pass(0.25);
        var (began, before) = (play.World.NowNs, Offered(play));

        // to a tick before the report's end nobody has come through
        while (play.World.NowNs < reportEnds - Estates.Seconds(0.5)) play.Pass(0.25);
        Assert.Equal(AlterPhase.Waiting, Now(play).Alter.Phase);
        Assert.Equal(Offered(play) - before, Now(play).TableWaiters);
        play.Pass(0.5);
        var rest = Nanoseconds.ToSeconds(reportEnds - began);
        Assert.Equal(AlterPhase.Working, Now(play).Alter.Phase);
        var spread = 4 * Math.Sqrt(Rate * rest);
        Assert.InRange(Now(play).TableWaiters, Rate * rest - spread, Rate * rest + spread);

        play.Pass(3.25);
        Assert.Equal(Offered(play) - before, Now(play).TableWaiters);
        play.Pass(1);
        Assert.Equal((AlterPhase.Done, 0), (Now(play).Alter.Phase, Now(play).TableWaiters));
        Assert.Contains("table-altered", play.Codes);

        // the first of them waited all of it, and they half of it on average
        var waited = Offered(play) - before;
        var longest = play.Pass(1).Traces.Where(trace => trace.Class == "users").Max(trace => trace.EndNs - trace.StartNs);
        Assert.InRange(Nanoseconds.ToSeconds(longest), rest + 4 - 0.3, rest + 4 + 0.3);
        var users = play.World.Report().Classes[0];
        Assert.InRange(users.Latency.MeanMs / 1000 * users.Answered / waited, (rest + 4) / 2 * 0.95, (rest + 4) / 2 * 1.05);
    }

    [Fact]
    public void NobodyWaitsForATableThatNobodyHolds()
    {
        var play = new Play(Books(reports: 0)).Pass(5);
        play.Do("alter-table", "database", ("class", "users"), ("work", "0.001")).Pass(2);

        Assert.Equal(AlterPhase.Done, Now(play).Alter.Phase);
        Assert.True(play.World.Report().Classes[0].Latency.P99Ms < 10);
    }

    [Fact]
    public void AnAlterWithALockTimeoutGivesWayAndGetsItsTurnInTheEnd()
    {
        var play = UntilReported();
        play.Do("alter-table", "database", ("class", "users"), ("work", "0.1"), ("timeout", "1"), ("retry", "5")).Pass(40);

        // of thirty seconds it waited one in six, and that is the longest anybody waited behind it
        Assert.InRange(Now(play).Alter.Tries, 5, 7);
        Assert.Equal(AlterPhase.Done, Now(play).Alter.Phase);
        Assert.Equal(Now(play).Alter.Tries - 1, play.Codes.Count(code => code == "alter-gave-up"));
        var longest = play.Traces.Where(trace => trace.Class == "users").Max(trace => trace.EndNs - trace.StartNs);
        Assert.InRange(longest, Estates.Seconds(0.9), Estates.Seconds(1.1));
    }

    [Fact]
    public void OtherTablesGoOn()
    {
        var books = Books(reports: 0.02);
        var play = UntilReported(books with
        {
            Classes = [.. books.Classes, books.Classes[0] with { Id = "other", Data = "others" }],
        });
        play.Do("alter-table", "database", ("class", "users"), ("work", "4")).Pass(10);

        Assert.Equal(0, play.World.Report().Classes[0].Answered - play.Pass(5).World.Report().Classes[0].Answered);
        Assert.True(play.World.Report().Classes[2].Latency.P99Ms < 10);
    }

    [Fact]
    public void WhoeverWaitsGivesUpAfterTheLockTimeout()
    {
        var books = Books(reports: 0.02);
        var play = UntilReported(books with { Database = books.Database! with { LockTimeoutNs = Estates.Seconds(2) } });
        play.Do("alter-table", "database", ("class", "users"), ("work", "4")).Pass(20);

        Assert.InRange(play.World.Report().Classes[0].Failed[Cause.LockTimeout], 600, 850);
        Assert.InRange(Now(play).TableWaiters, 50, 110);
    }

    [Fact]
    public void ItIsLostWithThePrimary()
    {
        var play = UntilReported();
        play.Do("alter-table", "database", ("class", "users"), ("work", "4")).Pass(2).Do("restart-server", "db-1").Pass(15);

        Assert.Contains("alter-lost", play.Codes);
        Assert.Equal(0, Now(play).TableWaiters);
        Assert.True(play.World.Last.DatabaseTelemetry[0].Completed > 30);
    }

    /// <summary>A report has just begun.</summary>
    private static Play UntilReported(Scenario? scenario = null)
    {
        var play = new Play(scenario ?? Books(reports: 0.02), traces: true);
        while (play.World.Report().Classes[1].Offered == 0) play.Pass(0.25);
        return play;
    }

    private static long Offered(Play play) => play.World.Report().Classes[0].Offered;

    private static DatabaseTelemetry Now(Play play) => play.World.Last.DatabaseTelemetry[0];

    /// <summary>Quick readers and a report of half a minute that reads the same table; a core for everybody.</summary>
    private static Scenario Books(double reports)
    {
        var station = Estates.WithDatabase(
            Estates.Station(Rate, Estates.Fixed(0.001), cores: 4_000, threads: 4_000), Estates.Fixed(1));
        var users = station.Classes[0] with { Data = "books" };
        var report = users with
        {
            Id = "report", RatePerSecond = Math.Max(reports, 1e-6), Db = Estates.Fixed(1_000 * ReportSeconds),
        };
        return station with { Classes = [users, report] };
    }
}
