using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>A bulkhead of n in front of a role with threads and cores for more: n servers of a queue of its own.</summary>
public sealed class BulkheadTests
{
    [Theory]
    [InlineData(5, 3_000)]
    [InlineData(5, 6_000)]
    [InlineData(12, 10_000)]
    public void ABulkheadThatNobodyMayWaitForLosesAsErlangBSays(int calls, double rate)
    {
        var run = BatchMeans.Of(Station(rate, calls, waitMs: 0), batch: 100);

        new Check(run)
            .Exactly("refused", Formulas.ErlangB(calls, rate / 1000), 0.03,
                report => report.Classes[0].FailedShare(Cause.BulkheadFull))
            .Exactly("mean of those served", 1, 0.02, report => report.Station("station/app").Sojourn.MeanMs)
            .Little()
            .MustHold();
    }

    [Theory]
    [InlineData(4, 3_600, 1)]
    [InlineData(4, 4_800, 3)]
    public void WhoMayWaitAWhileGivesUpAsBarrerSays(int calls, double rate, double waitMs)
    {
        var run = BatchMeans.Of(Station(rate, calls, waitMs), batch: 100);
        var (lost, wait) = Formulas.Impatient(calls, rate, 1000, waitMs / 1000);

        new Check(run)
            .Exactly("refused", lost, 0.03, report => report.Classes[0].FailedShare(Cause.BulkheadFull))
            .Exactly("mean wait", 1000 * wait, 0.03, report => report.Station("station/app").Wait.MeanMs)
            .Little()
            .MustHold();
    }

    [Fact]
    public void OtherClassesKeepTheirThreads()
    {
        // reports of 10 s: without a bulkhead they hold all 16 threads, with one half of them
        var (free, kept) = (Mixed([]), Mixed([new BulkheadSpec(Role.App, 8, 0)]));

        Assert.True(free.Pass(60).Watched("users") < 30);
        Assert.True(kept.Pass(60).Watched("users") > 90);
        Assert.Equal(0, kept.World.Report().Classes[0].Failed.Values.Sum());
        Assert.True(kept.World.Report().Classes[1].Failed[Cause.BulkheadFull] > 50);
    }

    [Fact]
    public void AnOperatorSetsOneAndTakesItBack()
    {
        var play = Mixed([]);
        play.Pass(30);

        var outcome = play.Does(
            "set-bulkhead", "users", ("class", "report"), ("role", "app"), ("concurrent", "4"), ("wait", "0"));
        Assert.Equal(("bulkhead-set", "0"), (outcome.Code, outcome.Undo!.Args["concurrent"]));
        play.Pass(30);
        Assert.True(play.Watched("users") > 90);

        Assert.Equal("bulkhead-off", play.TakesBack(outcome, outcome.Undo).Code);
        Assert.True(play.Pass(60).Watched("users") < 30);
    }

    [Fact]
    public void AReloadKeepsWhoWaitsAtTheDoor()
    {
        var play = Mixed([new BulkheadSpec(Role.App, 2, Estates.Seconds(600))]).Pass(20);

        play.Do("reload", "station", ("role", "app"), ("shutdown", "0")).Pass(30);

        Assert.Equal(0, play.World.Report().Classes[1].Failed.Values.Sum());
        Assert.True(play.World.Report().Classes[1].Answered > 4);
    }

    private static Scenario Station(double rate, int calls, double waitMs)
    {
        var station = Estates.Station(rate, Estates.Exp(1), cores: 32, threads: 32);
        var bulkhead = new BulkheadSpec(Role.App, calls, (long)(waitMs * 1e6));
        return station with { Classes = [station.Classes[0] with { Bulkheads = [bulkhead] }] };
    }

    /// <summary>100 quick requests a second and three reports, on 16 threads.</summary>
    private static Play Mixed(ImmutableArray<BulkheadSpec> bulkheads)
    {
        var station = Estates.Station(100, Estates.Fixed(5), cores: 16, threads: 16, queue: 100);
        var users = station.Classes[0] with { PatienceNs = Estates.Seconds(1) };
        return new Play(station with
        {
            Classes =
            [
                users,
                users with
                {
                    Id = "report", RatePerSecond = 3, App = Estates.Fixed(10_000), PatienceNs = 0, Bulkheads = bulkheads,
                },
            ],
        });
    }
}

file static class Watched30
{
    /// <summary>Requests of a class that were answered in time in the next 30 s, a second.</summary>
    public static double Watched(this Play play, string users)
    {
        var before = Within(play, users);
        return (Within(play.Pass(30), users) - before) / 30.0;
    }

    private static long Within(Play play, string users) =>
        play.World.Report().Classes.First(row => row.Id == users).Within;
}
