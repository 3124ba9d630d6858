using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Engine;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Servers;

/// <summary>A server gets another size or another place: it stops, boots as what it becomes, and the physics follow.</summary>
public sealed class ServerChangeTests
{
    private const int BootSeconds = 20;

    [Fact]
    public void FourMoreCoresMakeAnOverloadedStationTheTextbooksMM8()
    {
        var station = Estates.Station(128, Estates.Exp(50), cores: 4, threads: 8, patienceNs: Estates.Seconds(5));
        var play = new Play(station with { Sizes = [.. station.Sizes, new SizeSpec("eight", 8, 65_536, 3_000_000_000)] }).Pass(
            20);
        play.World.ResetMeters();
        play.Pass(20);
        Assert.True(play.Station("station/app").Sojourn.MeanMs > 1000);

        play.Do("change-size", "station", ("size", "eight"), ("graceful", "false")).Pass(BootSeconds + 20);
        play.World.ResetMeters();
        play.Pass(3_600);

        // Erlang C for λ = 128/s, μ = 20/s, c = 8
        Runs.Near(64.30, play.Station("station/app").Sojourn.MeanMs, 0.03);
        Assert.Equal(8, play.Server("station").Size.Cores);
    }

    [Fact]
    public void GracefullyNothingIsLostAndThePriceIsTheNewOneFromTheBootOn()
    {
        var play = new Play(Sized()).Pass(30).Do("change-size", "app-1", ("size", "big"));
        var before = play.Pass(0.5).World.Last.Service.NanoDollarsPerHour;
        play.Pass(60);

        Assert.Equal(0, play.Failed);
        Assert.Equal(
            ["server-resizing", "target-draining", "target-drained", "server-resized", "target-attaching", "server-running",
                "target-healthy"],
            play.Codes.Where(
                code => code.StartsWith("server-", StringComparison.Ordinal)
                    || code.StartsWith("target-", StringComparison.Ordinal)));
        Assert.Equal(At(play, "server-resized") + Estates.Seconds(BootSeconds), At(play, "server-running"));
        Assert.Equal(before + 2_000_000_000, play.World.Last.Service.NanoDollarsPerHour);
        Assert.Equal(
            (8, "ann"), (play.Server("app-1").Size.Cores, play.Events.First(told => told.Code == "target-attaching").By));
        Assert.Equal(TargetHealth.Healthy, play.Target("app-1").Health);
        Assert.Equal(3, play.Target("app-1").Weight);
        // half the requests over twice the cores
        var seen = play.Watch(60);
        Runs.Near(seen.Cpu("app-2") / 2, seen.Cpu("app-1"), 0.1);
    }

    [Fact]
    public void WithoutDrainingItsRequestsAreCutAndItIsAwayForItsBootTime()
    {
        var play = new Play(Sized()).Pass(30).Do("change-size", "app-1", ("size", "big"), ("graceful", "false")).Pass(0.25);
        var began = play.World.NowNs;
        play.Pass(60);

        Assert.Equal(began + Estates.Seconds(BootSeconds), At(play, "server-running"));
        Assert.True(play.Failed > 0);
        Assert.Equal(TargetHealth.Healthy, play.Target("app-1").Health);
    }

    [Fact]
    public void AStoppedServerChangesWithoutStarting()
    {
        var play = new Play(Sized()).Pass(10).Do("stop-server", "app-1").Pass(15);
        play.Do("change-size", "app-1", ("size", "big")).Pass(1);
        Assert.Equal((Lifecycle.Stopped, "big"), (play.Lifecycle("app-1"), play.Server("app-1").Size.Id));

        play.Do("move-server", "app-1", ("rack", "rack-b")).Pass(1).Do("start-server", "app-1").Pass(BootSeconds + 1);
        Assert.Equal((Lifecycle.Running, "rack-b"), (play.Lifecycle("app-1"), play.Server("app-1").Rack));
    }

    [Fact]
    public void ADatabasesSlotsFollowItsCores()
    {
        var play = new Play(Sized()).Pass(10);
        Assert.Equal(64, play.World.Last.DatabaseTelemetry[0].Slots);

        play.Do("change-size", "db-1", ("size", "size")).Pass(60);

        Assert.Equal(16, play.World.Last.DatabaseTelemetry[0].Slots);
        Assert.Equal(4, play.Server("db-1").Size.Cores);
    }

    [Theory]
    [InlineData("size", "size-same")]
    [InlineData("tiny", "memory-short")]
    public void ASizeThatDoesNotFitIsRefused(string size, string code)
    {
        var play = new Play(Sized()).Pass(5).Do("change-size", "app-1", ("size", size)).Pass(1);

        Assert.Contains(code, play.Codes);
        Assert.Null(play.Server("app-1").Change);
    }

    [Fact]
    public void LogsThatDoNotFitTheNewDiskRefuse()
    {
        var sized = Sized();
        var play = new Play(sized with
        {
            Sizes = [sized.Sizes[0] with { DiskMiB = 1000 }, .. sized.Sizes.Skip(1), new SizeSpec("short", 8, 65_536, 1, 50)],
            Servers = [.. sized.Servers.Select(
                server => server with { Roles = [.. server.Roles.Select(role => role with { LogKiB = 100 })] })],
        }).Pass(30).Do("change-size", "app-1", ("size", "short")).Pass(1);
        Assert.Contains("disk-short", play.Codes);

        play.Do("clear-logs", "app-1").Pass(6).Do("change-size", "app-1", ("size", "short")).Pass(40);
        Assert.True(play.Telemetry("app-1").DiskShare is > 0.1 and <= 1);
    }

    [Fact]
    public void AChangeUnderWayIsNotInterrupted()
    {
        var play = new Play(Sized()).Pass(5).Do("change-size", "app-1", ("size", "big")).Pass(0.5);
        foreach (var action in new[] { "stop-server", "remove-server", "drain-server" }) play.Do(action, "app-1");
        play.Do("move-server", "app-1", ("rack", "rack-b")).Do("change-size", "app-1", ("size", "size")).Pass(0.5);

        Assert.Equal(5, play.Codes.Count(code => code == "server-changing"));
        // the unit that was kept for it is free again
        Assert.DoesNotContain("app-1", play.Pass(0.5).World.Racks[1].Units);
        play.Do("change-size", "app-2", ("size", "big")).Do("remove-server", "app-2").Pass(60);
        Assert.Equal("big", play.Server("app-2").Size.Id);
        play.Do("remove-server", "app-2").Do("change-size", "app-2", ("size", "size")).Pass(1);
        Assert.Contains("server-leaving", play.Codes);
    }

    [Theory]
    [InlineData("rack-a", 0.2)]
    [InlineData("rack-b", 0.5)]
    [InlineData("rack-c", 1.5)]
    public void EachDatabaseCallTravelsTheDistanceToItsServer(string rack, double hopMs)
    {
        var play = new Play(Apart()).Pass(10);
        if (rack != "rack-a") play.Do("move-server", "station", ("rack", rack)).Pass(60);
        play.World.ResetMeters();
        play.Pass(60);

        // its own work, there and back, the database's work
        Assert.Equal(1 + 2 * hopMs + 1, play.Station("station/app").Sojourn.MeanMs, 9);
        Assert.Equal(1, play.World.Racks.Count(one => one.Units.Contains("station")));
        Assert.Equal(rack, play.Server("station").Rack);
        Assert.Equal("station", play.World.Racks.First(one => one.Id == rack).Units[play.Server("station").Slot]);
    }

    [Fact]
    public void AMoveThatCannotBeIsRefused()
    {
        var apart = Apart();
        var play = new Play(apart with { Racks = [apart.Racks[0], new RackSpec("rack-b", 1), new RackSpec("rack-c", 1)] });
        play.Order(Faults.Of("rack-power", "rack-c", Estates.Seconds(30), 1)).Pass(1);
        play.Do("move-server", "station", ("rack", "rack-a")).Do("move-server", "station", ("rack", "rack-c")).Pass(0.5);
        Assert.Equal(["server-there", "rack-dark"], play.Events.Where(told => told.Command.Length > 0).Select(told => told.Code));

        // both want the last unit in the same moment
        play.Do("move-server", "station", ("rack", "rack-b")).Do("move-server", "db-1", ("rack", "rack-b")).Pass(60);
        Assert.Equal(["server-moving", "rack-full"],
            play.Events.Where(told => told.Command.Length > 0).Skip(2).Select(told => told.Code).Order().Reverse());
        Assert.Equal(["rack-b", "rack-a"], play.World.Servers.Select(server => server.Rack));
        Assert.Equal(["", "db-1"], play.World.Racks[0].Units.Take(2));
        var unknown = new Command("x", "ann", "move-server", "station", Args(("rack", "attic")));
        Assert.Equal("rack-unknown", play.World.Check(unknown)?.Code);
    }

    [Fact]
    public void AServerCanBeMovedOutOfADarkRack()
    {
        var play = new Play(Sized()).Pass(10).Order(Faults.Of("rack-power", "rack-a", Estates.Seconds(600), 1)).Pass(10);
        Assert.Equal(Lifecycle.Off, play.Lifecycle("app-1"));

        play.Do("move-server", "app-1", ("rack", "rack-b")).Do("change-size", "app-2", ("size", "big")).Pass(BootSeconds + 15);

        Assert.Equal(Lifecycle.Running, play.Lifecycle("app-1"));
        Assert.True(play.Watch(10).Goodput > 50);
        Assert.Contains("server-no-power", play.Codes);
    }

    [Fact]
    public void ADrainedServerFinishesAndComesBack()
    {
        var play = new Play(Sized()).Pass(10).Do("drain-server", "app-1").Pass(5);
        Assert.Equal(Attachment.Detached, play.Target("app-1").Attachment);
        Assert.Equal((0, Lifecycle.Running), (play.Telemetry("app-1").Outstanding, play.Lifecycle("app-1")));

        play.Do("drain-server", "app-1").Do("undrain-server", "app-2").Do("drain-server", "db-1").Pass(0.5);
        Assert.Superset(new HashSet<string> { "server-drained-already", "server-attached-already", "server-has-no-balancer" },
            play.Codes.ToHashSet());

        play.Do("undrain-server", "app-1").Pass(10);
        Assert.Equal(TargetHealth.Healthy, play.Target("app-1").Health);
        Assert.Equal(0, play.Failed);
    }

    private static long At(Play play, string code) => play.Events.First(told => told.Code == code).AtNs;

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Args(
        params (string Name, string Value)[] args)
    {
        Assert.Null(ActionCatalogue.Check("move-server", args.ToDictionary(arg => arg.Name, arg => arg.Value), out var full));
        return full;
    }

    private static Scenario Sized()
    {
        var shop = Shop.Of(60).Dealt(Algorithm.Random).Built(server => server.Id == "db-1" ? server : server with { Weight = 3 });
        return shop with
        {
            Operations = shop.Operations with { BootNs = Estates.Seconds(BootSeconds) },
            Sizes = [.. shop.Sizes, new SizeSpec("big", 8, 65_536, 3_000_000_000), new SizeSpec("tiny", 1, 256, 100_000_000)],
        };
    }

    /// <summary>
    /// A station and its database, both of which take exactly 1 ms, in one rack of three; one request a second.
    /// </summary>
    private static Scenario Apart()
    {
        var pair = Estates.WithDatabase(Estates.Station(1, Estates.Fixed(1), cores: 64), Estates.Fixed(1));
        return pair with
        {
            Network = new NetworkSpec(0, 200_000, 500_000),
            Racks = [new RackSpec("rack-a", 4, "north"), new RackSpec("rack-b", 4, "north"), new RackSpec("rack-c", 4, "south")],
            Servers = [.. pair.Servers.Select(server => server with { Rack = "rack-a" })],
        };
    }
}
