using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Engine;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Kinds.Databases;

/// <summary>Replicas: who is asked, what they do not know yet, and how one of them becomes the primary.</summary>
public sealed class ReplicaTests
{
    [Fact]
    public void ReplicasShareTheReadsThatMayAskThemAndWritesGoToThePrimary()
    {
        var report = Runs.Measure(Written(reads: 60, writes: 20), 360);

        Runs.Near(20, report.Station("db-1/db").Arrived / 300.0, 0.05);
        Runs.Near(30, report.Station("db-2/db").Arrived / 300.0, 0.05);
        Assert.InRange(report.Station("db-2/db").Arrived - report.Station("db-3/db").Arrived, -1, 1);
    }

    [Fact]
    public void ClassesThatMayNotAskReplicasNeverDo()
    {
        var scenario = Written(reads: 60, writes: 20);
        var report = Runs.Measure(
            scenario with { Classes = [.. scenario.Classes.Select(users => users with { ReplicaReads = false })] }, 120);

        Assert.Equal(0, report.Station("db-2/db").Arrived);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(400, 0)]
    [InlineData(400, 300)]
    public void AReadIsStaleWhereItsRowWasWrittenWithinTheLag(int lagMs, int staleMs)
    {
        // reads and writes of one row: a read is wrong when the last write is younger than the lag and older than tolerated
        var scenario = Written(reads: 60, writes: 2);
        var reads = scenario.Classes[0] with { StaleNs = staleMs * Nanoseconds.PerMillisecond };
        var report = Runs.Measure(scenario with
        {
            Classes = [reads, scenario.Classes[1]],
            Database = scenario.Database! with { LagNs = lagMs * Nanoseconds.PerMillisecond },
        }, 3_600);

        var wrong = report.Classes[0].Failed[Cause.Stale] / (double)report.Classes[0].Offered;
        Runs.Near(Math.Exp(-2 * staleMs / 1000.0) - Math.Exp(-2 * lagMs / 1000.0), wrong, 0.03);
    }

    [Fact]
    public void WhileReplicationLagsReadersSeeOldValuesAndSomebodyIsTold()
    {
        var scenario = Written(reads: 60, writes: 20);
        var play = new Play(
            scenario with { Classes = [scenario.Classes[0] with { StaleNs = Estates.Seconds(0.1) }, scenario.Classes[1]] }).Pass(
                30);
        Assert.Equal(0, play.Failed);

        play.Order(Faults.Of("replication-lag", "database", Estates.Seconds(20), 20)).Pass(20);
        var stale = play.World.Report().Classes[0].Failed[Cause.Stale];
        // of 60 reads a second those with a last write older than 0.1 s: e^(−20 × 0.1)
        Assert.InRange(stale, 20 * 60 * Math.Exp(-2) * 0.7, 20 * 60 * Math.Exp(-2) * 1.3);
        Assert.Contains("alert-replication-lag", play.Codes);

        play.Pass(1);
        stale = play.World.Report().Classes[0].Failed[Cause.Stale];
        Assert.Equal(stale, play.Pass(30).World.Report().Classes[0].Failed[Cause.Stale]);
    }

    [Fact]
    public void ALostPrimaryIsFollowedByAReplicaAfterDetectionAndPromotion()
    {
        var play = new Play(Written(reads: 0.001, writes: 200)).Pass(60);
        var before = play.Failed;
        play.Do("stop-server", "db-1").Pass(11);
        var stopped = play.Events.First(told => told.Code == "server-stopped").AtNs;
        Assert.Equal("db-1", play.World.Databases[0].Server);

        play.Pass(30);

        Assert.Equal(stopped + Estates.Seconds(8), play.Events.First(told => told.Code == "database-failing-over").AtNs);
        Assert.Equal(stopped + Estates.Seconds(12), play.Events.First(told => told.Code == "database-failed-over").AtNs);
        Assert.Equal("db-2", play.World.Databases[0].Server);
        Assert.True(play.Failed - before > 200 * 11);
        before = play.Failed;
        Assert.Equal(before, play.Pass(30).Failed);
        Runs.Near(200, play.World.Last.DatabaseTelemetry[0].Nodes[1].Arrived, 0.3);
    }

    [Fact]
    public void WritesYoungerThanTheLagAreLostAndCounted()
    {
        var scenario = Written(reads: 0.001, writes: 200);
        var play = new Play(scenario with { Database = scenario.Database! with { LagNs = Estates.Seconds(5) } }).Pass(60);
        play.Do("fail-over", "database").Pass(0.25);
        var count = play.World.Report().Stations.First(row => row.Id == "db-1/db").Completed;
        var earlier = new Play(scenario).Pass(55.25).World.Report().Stations.First(row => row.Id == "db-1/db").Completed;

        play.Pass(10);

        var lost = play.Events.First(told => told.Code == "database-failed-over").Args;
        Assert.Equal(["database", "db-2", $"{count - earlier}"], lost);
    }

    [Fact]
    public void AnOperatorsFailOverTakesThePromotionTimeAndTheOldPrimaryStaysAsAReplica()
    {
        var play = new Play(Written(reads: 60, writes: 20)).Pass(30).Do("fail-over", "database").Pass(0.25);
        var began = play.World.NowNs;

        play.Pass(2);
        Assert.True(play.Failed > 20);
        play.Pass(2);

        Assert.Equal(began + Estates.Seconds(4), play.Events.First(told => told.Code == "database-failed-over").AtNs);
        Assert.Contains("alert-failing-over", play.Codes);
        var failed = play.Failed;
        play.Pass(20);
        Assert.Equal(failed, play.Failed);
        Assert.All(play.World.Last.DatabaseTelemetry[0].Nodes, node => Assert.True(node.Arrived > 5));
    }

    [Fact]
    public void APrimaryThatIsBackInTimeStaysPrimary()
    {
        var play = new Play(Written(reads: 10, writes: 20)).Pass(10).Do("restart-server", "db-1").Pass(60);

        Assert.Equal("db-1", play.World.Databases[0].Server);
        Assert.DoesNotContain("database-failing-over", play.Codes);
    }

    [Fact]
    public void AReplicaThatStopsWhileItIsPromotedLeavesItsPlaceToTheNext()
    {
        var play = new Play(Written(reads: 10, writes: 20)).Pass(10).Do("fail-over", "database").Pass(1)
            .Order(Faults.Of("server-crash", "db-2", 0, 1)).Pass(20);

        Assert.Equal("db-3", play.World.Databases[0].Server);
        Assert.Single(play.Codes, "database-failed-over");
        Assert.Equal(0, play.World.Last.Classes[1].Failed);
    }

    [Fact]
    public void WithoutAReplicaThereIsNothingToFailOverTo()
    {
        var scenario = Written(reads: 10, writes: 20);
        var play = new Play(scenario with { Database = scenario.Database! with { Replicas = default } });

        play.Do("fail-over", "database").Pass(1).Do("stop-server", "db-1").Pass(60);

        Assert.Contains("failover-no-replica", play.Codes);
        Assert.DoesNotContain("database-failing-over", play.Codes);
    }

    [Fact]
    public void ReadsGoOnWhileAReplicaIsPromoted()
    {
        var play = new Play(Written(reads: 60, writes: 0.001)).Pass(10).Do("stop-server", "db-1").Pass(60);

        Assert.Equal(0, play.World.Report().Classes[0].Failed.Values.Sum());
    }

    [Fact]
    public void TheFirstTouchOfARowAfterAStartComesFromDisk()
    {
        var scenario = Written(reads: 100, writes: 0.0001);
        scenario = scenario with
        {
            Classes = [scenario.Classes[0] with { Keys = 300, Zipf = 0.5, ReplicaReads = false }, scenario.Classes[1]],
            Database = scenario.Database! with { ColdReadNs = 8 * Nanoseconds.PerMillisecond },
        };

        var play = new Play(scenario).Pass(60).Do("restart-server", "db-1").Pass(60);
        var same = new Play(scenario with { Database = scenario.Database with { ColdReadNs = 0 } }).Pass(60)
            .Do("restart-server", "db-1").Pass(60);

        // one node starts twice; everything else takes the same time with and without its disk
        var twice = play.World.Last.DatabaseTelemetry[0].Nodes[0].WarmKeys + WarmAt(scenario, 60);
        Assert.InRange(twice, 400, 600);
        Assert.Equal(twice * 8.0, SojournMs(play) - SojournMs(same), 3);
    }

    [Fact]
    public void APromotedReplicaIsWarmForWhatItHasServedAndNothingElse()
    {
        var scenario = Written(reads: 100, writes: 50);
        scenario = scenario with
        {
            Classes =
            [
                scenario.Classes[0] with { Keys = 10 }, scenario.Classes[1] with { Data = "orders", Keys = 20 },
            ],
            Database = scenario.Database! with { ColdReadNs = 8 * Nanoseconds.PerMillisecond },
        };
        var play = new Play(scenario).Pass(30);
        Assert.Equal([20, 10, 10], play.World.Last.DatabaseTelemetry[0].Nodes.Select(node => node.WarmKeys));

        play.Do("fail-over", "database").Pass(30);

        Assert.Equal([30, 30, 10], play.World.Last.DatabaseTelemetry[0].Nodes.Select(node => node.WarmKeys));
    }

    private static double SojournMs(Play play)
    {
        var row = play.World.Report().Stations.First(row => row.Id == "db-1/db");
        return row.Sojourn.MeanMs * row.Completed;
    }

    private static int WarmAt(Scenario scenario, double seconds) =>
        new Play(scenario).Pass(seconds).World.Last.DatabaseTelemetry[0].Nodes[0].WarmKeys;

    /// <summary>
    /// Readers who may ask replicas and writers of the same row, a primary and two replicas with cores for everybody.
    /// </summary>
    private static Scenario Written(double reads, double writes)
    {
        var station = Estates.Station(reads, Estates.Fixed(0.001), cores: 1_000);
        var read = station.Classes[0] with
        {
            Db = Estates.Fixed(0.001), ReplicaReads = true, Data = "stock", PatienceNs = Estates.Seconds(1),
        };
        return station with
        {
            Classes = [read with { Id = "read" },
                read with { Id = "write", RatePerSecond = writes, WriteShare = 1, ReplicaReads = false }],
            Servers =
            [
                station.Servers[0], Node("db-1"), Node("db-2"), Node("db-3"),
            ],
            Database = new DatabaseSpec(
                "database", "db-1", 10_000, 10_000, Replicas: ["db-2", "db-3"],
                Failover: new FailoverSpec(Estates.Seconds(8), Estates.Seconds(4))),
        };
    }

    private static ServerSpec Node(string id) => new(id, "rack", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 0, 0)]);
}
