using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Engine;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Kinds.Databases;

/// <summary>A replica is bought, boots, copies, answers, may take the primary's place; and is given up again.</summary>
public sealed class AddedReplicaTests
{
    private const int BootSeconds = 20;
    private const int CopySeconds = 40;

    [Fact]
    public void AnAddedReplicaAnswersReadsWhenItHasBootedAndCopied()
    {
        var play = new Play(Alone()).Pass(10);
        Assert.InRange(Asked(play, "db-1"), 50, 110);
        var price = play.World.Last.Service.NanoDollarsPerHour;

        Add(play).Pass(BootSeconds + CopySeconds - 2);
        Assert.Equal(price + 200_000_000, play.World.Last.Service.NanoDollarsPerHour);
        Assert.Equal((true, 0, 0), (Node(play, "db-2").Up, Node(play, "db-2").Connections, Node(play, "db-2").Arrived));
        play.Pass(30);

        Assert.Equal(At(play, "replica-copying") + Estates.Seconds(CopySeconds), At(play, "replica-serving"));
        Assert.InRange(At(play, "replica-copying") - At(play, "server-running"), 0, Nanoseconds.PerTick);
        Assert.InRange(Asked(play, "db-1"), 5, 40);
        Assert.InRange(Asked(play, "db-2"), 30, 90);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void ReadsOfAnAddedReplicaAreAsOldAsTheLag()
    {
        // reads of a row written twice a second are wrong where the last write is younger than the lag of 0.4 s
        var alone = Alone(writes: 2);
        var play = new Play(alone with
        {
            Classes = [alone.Classes[0] with { StaleNs = 0 }, alone.Classes[1]],
            Database = alone.Database! with { LagNs = Estates.Seconds(0.4) },
        }).Pass(10);
        Add(play).Pass(BootSeconds + CopySeconds + 10);
        Assert.Equal(play.World.Report().Classes[0].Failed.GetValueOrDefault(Cause.Stale), play.Failed);
        play.World.ResetMeters();
        play.Pass(1_200);

        var reads = play.World.Report().Classes[0];
        Runs.Near(1 - Math.Exp(-2 * 0.4), reads.Failed[Cause.Stale] / (double)reads.Offered, 0.06);
    }

    [Fact]
    public void AnAddedReplicaIsPromotedOnlyWhenItHasAllData()
    {
        var play = new Play(Alone()).Pass(10);
        Add(play).Pass(BootSeconds + 5).Do("fail-over", "database").Pass(1);
        Assert.Contains("failover-no-replica-up", play.Codes);

        play.Pass(CopySeconds).Do("stop-server", "db-1").Pass(30);
        Assert.Equal("db-2", play.World.Databases[0].Server);
        var failed = play.Failed;
        Assert.Equal(failed, play.Pass(30).Failed);
    }

    [Fact]
    public void ACopyBeginsAnewWhenAnEndOfItGoesDown()
    {
        var play = new Play(Alone()).Pass(10);
        Add(play).Pass(BootSeconds + 10).Do("restart-server", "db-1").Pass(CopySeconds);
        Assert.Contains("replica-copy-broken", play.Codes);
        Assert.DoesNotContain("replica-serving", play.Codes);

        play.Pass(20);
        var again = play.Events.Last(told => told.Code == "replica-copying").AtNs;
        Assert.Equal(again + Estates.Seconds(CopySeconds), At(play, "replica-serving"));
    }

    [Fact]
    public void TwoReplicasMayBeAddedAtOnce()
    {
        var play = new Play(Alone()).Pass(10);
        Add(Add(play)).Pass(BootSeconds + CopySeconds + 10);

        Assert.Equal(["db-1", "db-2", "db-3"], play.World.Databases[0].Servers);
        Runs.Near(1, Asked(play, "db-2") / (double)Asked(play, "db-3"), 0.1);
    }

    [Fact]
    public void WhatCannotBeBoughtIsRefused()
    {
        var alone = Alone();
        var play = new Play(alone with
        {
            Racks = [new RackSpec("rack", 12), new RackSpec("small", 1), new RackSpec("dark", 4)],
            Sizes = [.. alone.Sizes, new SizeSpec("tiny", 1, 400, 1)],
            Servers = [.. alone.Servers.Select(server => server with { Roles = [server.Roles[0] with { ProcessMiB = 500 }] })],
        }).Order(Faults.Of("rack-power", "dark", Estates.Seconds(600), 1)).Pass(1);
        Add(play, "size", "dark").Pass(1);
        Add(play, "tiny", "rack").Pass(1);
        Add(play, "size", "small").Pass(1);
        Add(play, "size", "small").Pass(1);
        Assert.Equal(["rack-dark", "memory-short", "replica-bought", "rack-full"], Answers(play));

        for (var more = 1; more <= Limits.Replicas; more++) Add(play).Pass(0.25);
        Assert.Equal("replicas-full", Answers(play)[^1]);
        Assert.Equal(Limits.Replicas + 1, play.World.Databases[0].Servers.Length);
    }

    [Fact]
    public void ARemovedReplicaLeavesWithoutLoss()
    {
        var alone = Alone();
        var play = new Play(alone with { Database = alone.Database! with { PoolSize = 5 } }).Pass(10);
        var price = play.World.Last.Service.NanoDollarsPerHour;
        Add(play).Pass(BootSeconds + CopySeconds + 5);
        Assert.Equal(5, Node(play, "db-2").Connections);

        play.Do("remove-replica", "database", ("server", "db-2")).Pass(20);

        Assert.Equal(["db-1"], play.World.Databases[0].Servers);
        Assert.Equal(0, play.Failed);
        Assert.Equal(price, play.World.Last.Service.NanoDollarsPerHour);
        Assert.DoesNotContain("db-2", play.World.Racks[0].Units);
        Assert.InRange(Asked(play, "db-1"), 50, 110);
        Assert.Single(play.World.Last.DatabaseTelemetry[0].Nodes);
        // its name is not given again
        Add(play).Pass(BootSeconds + CopySeconds + 5);
        Assert.Equal(["db-1", "db-3"], play.World.Databases[0].Servers);
    }

    [Fact]
    public void ItsPreviewSaysWhenItWillAnswerWhatItCostsAndWhatTakesItBack()
    {
        var play = new Play(Alone()).Pass(10);
        var preview = Preview.Of(play.World, play.Command("ann", "add-replica", "database", ("size", "size"), ("rack", "rack")));
        Assert.Equal((null, Estates.Seconds(BootSeconds + CopySeconds), 200_000_000),
            (preview.Refusal, preview.TakesNs, preview.NanoDollarsPerHour));
        Assert.Equal(("remove-replica", "db-2"), (preview.Undo?.Action, preview.Undo?.Args["server"]));
        Assert.DoesNotContain("db-2", play.World.Racks[0].Units);

        var began = play.World.NowNs;
        Add(play).Pass(BootSeconds + CopySeconds + 5);
        // orders and the first tick of either end
        Assert.InRange(At(play, "replica-serving") - began - preview.TakesNs, 0, 4 * Nanoseconds.PerTick);
        var back = Preview.Of(play.World, play.Command("ann", "remove-replica", "database", ("server", "db-2")));
        Assert.Equal((null, -200_000_000), (back.Refusal, back.NanoDollarsPerHour));
    }

    [Fact]
    public void OnlyAReplicaCanBeRemoved()
    {
        var play = new Play(Alone()).Pass(1);
        play.Do("remove-replica", "database", ("server", "db-1")).Do("remove-replica", "database", ("server", "station")).Pass(1);

        Assert.Equal(["replica-is-primary", "replica-unknown"], Answers(play));
    }

    private static Play Add(Play play, string size = "size", string rack = "rack") =>
        play.Do("add-replica", "database", ("size", size), ("rack", rack));

    private static string[] Answers(Play play) =>
        [.. play.Events.Where(told => told.Command.Length > 0).Select(told => told.Code)];

    private static long At(Play play, string code) => play.Events.First(told => told.Code == code).AtNs;

    private static DatabaseNodeTelemetry Node(Play play, string server) =>
        play.World.Last.DatabaseTelemetry[0].Nodes.First(node => node.Server == server);

    private static int Asked(Play play, string server) => Node(play, server).Arrived;

    /// <summary>60 readers a second who would ask a replica, writers of the same row, and only a primary.</summary>
    private static Scenario Alone(double writes = 20)
    {
        var station = Estates.Station(60, Estates.Fixed(0.001), cores: 1_000);
        var read = station.Classes[0] with
        {
            Db = Estates.Fixed(0.001), ReplicaReads = true, Data = "stock", PatienceNs = Estates.Seconds(1),
        };
        return station with
        {
            Classes = [read with { Id = "read" },
                read with { Id = "write", RatePerSecond = writes, WriteShare = 1, ReplicaReads = false }],
            Operations = station.Operations with { BootNs = Estates.Seconds(BootSeconds) },
            Sizes = [station.Sizes[0] with { NanoDollarsPerHour = 200_000_000 }],
            Servers = [station.Servers[0],
                new ServerSpec("db-1", "rack", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 0, 0)])],
            Database = new DatabaseSpec(
                "database", "db-1", 10_000, 10_000, Failover: new FailoverSpec(Estates.Seconds(8), Estates.Seconds(4)))
            {
                ReplicaCopyNs = Estates.Seconds(CopySeconds),
            },
        };
    }
}
