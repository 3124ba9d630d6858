using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Kinds.Scalers;

/// <summary>A scaler in its estate: it orders as people do, and waits as they must.</summary>
public sealed class ScalerTests
{
    [Fact]
    public void ItBuysWhatTheFormulaSaysWaitsForItToWarmUpAndRemovesOneAtATime()
    {
        // two servers of 98/s at 150/s: 77 % busy, target 45 %: ⌈3.4⌉
        var play = new Play(Scaled(Policy()));
        play.Pass(41);

        Assert.Equal((10, 4), (Told(play, "scaler-scales-out")[0], Serving(play)));

        play.Order(Faults.Of("traffic-surge", World.Users, Estates.Seconds(600), 0.4)).Pass(120);
        Assert.Equal([30], Gaps(Told(play, "scaler-scales-in")));
        Assert.Equal(2, Serving(play));
        Assert.Equal(3, play.World.Servers.Length);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void NewServersAreNotCountedUntilTheyAreWarm()
    {
        // while they boot and warm up (20 + 30 s) only the old, busy ones are looked at; those on their way count as there
        var play = new Play(Scaled(Policy() with { CooldownNs = 0 })).Pass(12);
        Assert.Equal(4, play.World.Scalers[0].Desired);

        play.Pass(40);

        Assert.Equal(4, play.World.Scalers[0].Desired);
        Assert.Single(Told(play, "scaler-scales-out"));
    }

    [Fact]
    public void ServersOfALostRackAreReplacedInAnother()
    {
        var play = new Play(Scaled(Policy() with { Kind = ScalingKind.Schedule, Min = 2 })).Pass(5);

        play.Fault("rack-power", "rack-a", seconds: 600).Pass(30);

        Assert.Equal(
            2, play.World.Servers.Count(
                server => server is { Rack: "rack-b", Lifecycle: Lifecycle.Running } && server.Id != "db-1"));
    }

    [Fact]
    public void APolicyIsChangedWhileItRuns()
    {
        var play = new Play(Scaled(Policy() with { Kind = ScalingKind.Off })).Pass(30);
        Assert.Equal(2, Serving(play));

        play.Do("set-scaling", "scaler", ("min", "5"), ("max", "6")).Pass(30);

        Assert.Equal(5, Serving(play));
    }

    [Fact]
    public void WithoutRoomItSaysSoOnce()
    {
        var scenario = Scaled(Policy() with { Min = 8 });
        var play = new Play(scenario with { Racks = [new RackSpec("rack-a", 3), new RackSpec("rack-b", 1)] });

        play.Pass(60);

        Assert.Single(Told(play, "scaler-no-room"));
        Assert.Equal(3, Serving(play));
    }

    [Fact]
    public void ApplicationServersAloneComeToTheInnerBalancer()
    {
        var tiered = Estates.Tiered();
        var play = new Play(
            tiered with { Scalers = [tiered.Scalers[1] with { Policy = tiered.Scalers[1].Policy with { Min = 5 } }] });

        play.Pass(60);

        Assert.Contains(play.World.Balancers[1].Targets, target => target.Server == "app-5");
        Assert.All(play.World.Servers.Where(server => server.Id is "app-4" or "app-5"), server =>
            Assert.Equal([Role.App], server.Roles.Select(role => role.Role)));
        Assert.Contains(play.World.Report().Stations, row => row.Id == "app-5/app" && row.Completed > 50);
    }

    [Fact]
    public void ARemovedServerDrainsFreesItsUnitAndCostsNothing()
    {
        var play = new Play(Estates.Whole()).Pass(10);
        var perHour = play.World.Last.Service.NanoDollarsPerHour;

        play.Do("remove-server", "web-1").Pass(20);

        Assert.Equal(0, play.Failed);
        Assert.DoesNotContain(play.World.Servers, server => server.Id == "web-1");
        Assert.DoesNotContain(play.World.Balancers[0].Targets, target => target.Server == "web-1");
        Assert.Equal("", play.World.Racks[0].Units[0]);
        Assert.Equal(perHour - 200_000_000, play.World.Last.Service.NanoDollarsPerHour);

        play.Do("add-server", "rack-a", ("size", "size")).Pass(2);
        Assert.Equal("web-5", play.World.Racks[0].Units[0]);
    }

    [Fact]
    public void TheDatabasesServerIsNotRemoved()
    {
        var play = new Play(Estates.Whole()).Do("remove-server", "db-1").Pass(1);

        Assert.Contains("server-has-database", play.Codes);
    }

    [Fact]
    public void WhenAllAreRemovedUsersFindNobodyAndOneCanBuyAgain()
    {
        var play = new Play(Estates.Whole());
        foreach (var server in new[] { "web-1", "web-2", "web-3", "web-4" }) play.Do("remove-server", server);
        play.Pass(30);
        Assert.Single(play.World.Servers);

        var seen = play.Do("add-server", "rack-a", ("size", "size")).Pass(40).Watch(10);

        Assert.True(seen.Goodput > 20);
    }

    /// <summary>1 200 connections at a full load of 1 000 and a target of 45 %: ⌈2.7⌉.</summary>
    [Fact]
    public void ConnectionsThatStayMayBeItsLoad()
    {
        var policy = Policy() with { Connections = 1_000, Behavior = ScalingBehavior.Usual };
        var stays = new LongLivedSpec(new WorkSpec(WorkKind.Exponential, Estates.Seconds(60), 0));
        var play = new Play(Scaled(policy, rate: 20).Asked(users => users with { LongLived = stays })).Pass(120);

        Assert.Equal(3, Serving(play));
        Assert.InRange(play.World.Scalers[0].Metric, 0.36, 0.44);
    }

    internal static ScalingPolicy Policy() => new(
        ScalingKind.Target, 2, 8, 0.45, Estates.Seconds(10), Estates.Seconds(30), Estates.Seconds(30), 0.9, [], []);

    internal static Scenario Scaled(ScalingPolicy policy, double rate = 150) =>
        Shop.Of(rate) with { Scalers = [new ScalerSpec("scaler", Tier.Whole, "size", policy)] };

    internal static int Serving(Play play) =>
        play.World.Balancers[0].Targets.Count(target => target.Health == TargetHealth.Healthy);

    internal static List<long> Told(Play play, string code) =>
        [.. play.Events.Where(told => told.Code == code).Select(told => told.AtNs / Nanoseconds.PerSecond)];

    private static IEnumerable<long> Gaps(List<long> times) => times.Zip(times.Skip(1), (earlier, later) => later - earlier);
}
