using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Engine;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Kinds.Rollouts;

/// <summary>
/// What each strategy costs, from first principles: capacity, money, connections, memory, cut requests, mixed versions.
/// </summary>
public sealed class StrategyCostTests
{
    private const double RatePerSecond = 80;
    private const double WorkMs = 40;
    private const int Cores = 4;

    /// <summary>So long that the half that is left can be measured.</summary>
    private const double InstallSeconds = 3_000;

    [Fact]
    public void InPlaceHasTheP99OfHalfTheSystem()
    {
        var play = new Play(TwoStations()).Pass(60);
        play.World.ResetMeters();
        var whole = Station(play.Pass(2_000), "app-2").Sojourn.P99Ms;
        Runs.Near(P99Ms(RatePerSecond / 2), whole, 0.05);

        play.Do("start-rollout", "rollout", ("version", "good"), ("drain", "5"), ("bake", "5")).Pass(60);
        Assert.Equal(RolloutStep.Install, play.World.Rollouts[0].Step);
        play.World.ResetMeters();
        var half = Station(play.Pass(2_000), "app-2").Sojourn.P99Ms;
        Runs.Near(P99Ms(RatePerSecond), half, 0.05);
        Assert.True(half > 1.3 * whole, $"{half} ms against {whole} ms");
    }

    [Fact]
    public void BlueGreenDoublesCostAndConnectionsWhileBothGroupsRun()
    {
        var pooled = Shop.Of(120, servers: 4).Stored(database => database with { PoolSize = 10, MaxConnections = 1_000 }) with
        {
            Releases = [Shop.Release("good", 1, 0)],
        };
        var play = new Play(pooled).Pass(10);
        var (money, connections) = (Servers(play), Connections(play));
        Assert.Equal(4 * 2 * 10, connections);

        play.Do("start-rollout", "rollout", ("version", "good"), ("strategy", "blue-green"), ("bake", "60")).Pass(60);
        Assert.Equal(RolloutStep.Bake, play.World.Rollouts[0].Step);
        Assert.Equal(2 * money, Servers(play));
        Assert.Equal(2 * connections, Connections(play));

        play.Pass(120);
        Assert.Equal((money, connections), (Servers(play), Connections(play)));
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void BlueGreenWithTooFewConnectionsFailsRequests()
    {
        var tight = Shop.Of(300, servers: 4).Stored(database => database with { PoolSize = 10, MaxConnections = 90 }) with
        {
            Releases = [Shop.Release("good", 1, 0)],
        };
        var play = new Play(tight).Pass(10)
            .Do("start-rollout", "rollout", ("version", "good"), ("strategy", "blue-green"), ("bake", "60"));
        Assert.True(play.Watch(200).Failed(Cause.DbConnections) > 0);
    }

    [Fact]
    public void BlueGreenInsideAServerTakesTheMemoryOfTwoApplications()
    {
        var play = new Play(One()).Pass(10);
        var memory = play.Telemetry("app-1").MemoryMiB;
        var app = play.Server("app-1").Roles.First(role => role.Role == Role.App).MemoryMiB;

        play.Do("start-rollout", "rollout", ("version", "good"), ("strategy", "in-server"), ("bake", "60"), ("fraction", "1"))
            .Pass(60);
        Assert.Equal(RolloutStep.Bake, play.World.Rollouts[0].Step);
        Assert.Equal(memory + app, play.Telemetry("app-1").MemoryMiB);

        play.Pass(60);
        Assert.Equal(memory, play.Telemetry("app-1").MemoryMiB);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void InsideTheOnlyServerAReloadCutsNobodyAndARestartDoes()
    {
        Assert.Equal(0, Switched("reload"));
        // those under way are cut, and nothing listens for the 5 s of the restart
        Assert.InRange(Switched("restart"), 20 * 5 * 0.8, 20 * 5 * 1.5);

        static long Switched(string how) => new Play(One()).Pass(10)
            .Do("start-rollout", "rollout", ("version", "good"), ("strategy", "in-server"), ("how", how), ("fraction", "1"))
            .Pass(120).Failed;
    }

    [Theory]
    [InlineData("in-place", true)]
    [InlineData("rolling", true)]
    [InlineData("canary", true)]
    [InlineData("recreate", false)]
    public void MixedVersionsCorruptOnlyWhereTheyMeet(string strategy, bool mixes)
    {
        Assert.Equal(mixes, Rolled("apart").Failed(Cause.Corrupt) > 0);
        Assert.Equal(0, Rolled("together").Failed(Cause.Corrupt));

        Seen Rolled(string version) => new Play(Written()).Pass(10)
            .Do("start-rollout", "rollout", ("version", version), ("strategy", strategy), ("drain", "5"), ("bake", "20"))
            .Watch(240);
    }

    private static double P99Ms(double rate) =>
        Formulas.Quantile(time => Formulas.SojournTail(Cores, rate, 1000 / WorkMs, time), 0.99) * 1000;

    private static StationReport Station(Play play, string server) => play.World.Report().Station($"{server}/app");

    private static long Servers(Play play) =>
        StrategyTests.Fleet(play).Where(server => server.Billed).Sum(server => server.Size.NanoDollarsPerHour);

    private static int Connections(Play play) => play.World.Last.DatabaseTelemetry[0].Connections;

    /// <summary>Two servers that are each an M/M/4 of their own: users are spread at random.</summary>
    private static Scenario TwoStations()
    {
        var station = Estates.Station(RatePerSecond, Estates.Exp(WorkMs), Cores, Cores);
        return station with
        {
            DurationNs = Estates.Seconds(10_000),
            Operations = station.Operations with { InstallNs = Estates.Seconds(InstallSeconds) },
            Racks = [new RackSpec("rack", 4)],
            Servers = [station.Servers[0] with { Id = "app-1", Attached = true },
                station.Servers[0] with { Id = "app-2", Attached = true }],
            Balancer = new BalancerSpec(
                "balancer", Algorithm.Random,
                new HealthCheck(CheckPath.Shallow, Estates.Seconds(300), Estates.Seconds(60), 10, 1),
                Estates.Seconds(5), Estates.Seconds(1)),
            Releases = [Shop.Release("good", 1, 0)],
        };
    }

    private static Scenario One() => Shop.Of(20, servers: 1) with
    {
        Operations = new OperationsSpec(Estates.Seconds(20), Estates.Seconds(5), Estates.Seconds(2), Estates.Seconds(10)),
        Releases = [Shop.Release("good", 1, 0)],
    };

    private static Scenario Written() => Shop.Of(120, servers: 4).Asked(users => users with { Keys = 20, WriteShare = 0.5 }) with
    {
        Operations = new OperationsSpec(Estates.Seconds(20), Estates.Seconds(5), Estates.Seconds(2), Estates.Seconds(10)),
        Releases = [Shop.Release("together", 1, 0), Shop.Release("apart", 1, 0) with { Coexists = false }],
    };
}
