using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Tests.Scenarios;

public class ScenarioReaderTests
{
    private const long Second = 1_000_000_000;

    private readonly Scenario _example = ScenarioReader.Read(Example.Text, "example.yaml");

    [Fact]
    public void AFileBecomesItsScenario()
    {
        var title = new LocalText("browse", "browse");
        var browse = new ClassSpec(
            "browse", title, 40, Second / 4, 5 * Second, new RetrySpec(2, Second / 2, 0.5), 0, true, 1000, 0, 1,
            new WorkSpec(WorkKind.Fixed, 1e6, 0), new WorkSpec(WorkKind.Exponential, 8e6, 0),
            new WorkSpec(WorkKind.LogNormal, 3e6, 4));
        Assert.Equal(browse, _example.Classes[0]);
        Assert.Equal(new WorkSpec(WorkKind.Uniform, 1e6, 9e6), _example.Classes[1].App);
        Assert.Equal([new TrafficPoint(0, 1), new TrafficPoint(240 * Second, 2.5)], _example.Traffic);
        Assert.Equal([new SizeSpec("small", 2, 4096, 100_000_000)], _example.Sizes);
        Assert.Equal([new RoleSpec(Role.Web, 1, 32, 64, 50, 1), new RoleSpec(Role.App, 2, 16, 100, 200, 2)],
            _example.Servers[0].Roles);
        Assert.Equal([new ReleaseSpec("v2", new LocalText("v2", "v2"), 1, 0.5, 1, 0.01, 60 * Second, 480 * Second)],
            _example.Releases);
        Assert.Equal(FaultSpec.Of("rack-power", "rack-1", 120 * Second, 30 * Second), _example.Faults[0]);
        Assert.Equal(FaultSpec.Of("server-hang", "server-1", 300 * Second, 0), _example.Faults[1]);
        Assert.Equal(FaultSpec.Of("database-slow", "database", 360 * Second, 30 * Second, ("amount", "3")), _example.Faults[2]);
        Assert.Equal(FaultSpec.Of("traffic-surge", "users", 420 * Second, 30 * Second, ("amount", "2")), _example.Faults[3]);
        Assert.Equal(new ScoreSpec(600, 100, 150, 150, 50_000_000, 20 * Second, 90 * Second, 0.995), _example.Score);
    }

    [Fact]
    public void MissingKeysHaveTheirDefaults()
    {
        Assert.Equal(new NetworkSpec(10_000_000, 200_000, 500_000, OtherZoneNs: 1_500_000), _example.Network);
        Assert.Equal(new OperationsSpec(60 * Second, 10 * Second, 2 * Second, 20 * Second), _example.Operations);
        Assert.Equal(
            new BalancerSpec("balancer", Algorithm.LeastOutstanding,
                new HealthCheck(CheckPath.Deep, 10 * Second, 5 * Second, 2, 5), 300 * Second, Second),
            _example.Balancer);
        Assert.Equal(new CacheSpec("cache", "rack-1", 500, 60 * Second, 200_000), _example.Cache);
        Assert.Equal(new DatabaseSpec("database", "server-2", 50, 2), _example.Database);
        Assert.Equal(new RetrySpec(1, 0, 0), _example.Classes[1].Retry);
        Assert.Equal([("v1", true), ("v1", false)], _example.Servers.Select(server => (server.Version, server.Attached)));
    }

    [Fact]
    public void EveryKeyOfHowABalancerPassesRequestsOnReachesItsRecord()
    {
        var all = ScenarioReader.Read(Files.Read("Server/Schemas/every-key.yaml"), "every-key.yaml", library: true);
        var (balancer, web, app) = (all.Balancer!, all.Servers[0].Roles[0], all.Servers[0].Roles[1]);
        Assert.Equal(
            new Forwarding(
                10 * Second, 60 * Second, new RetryPolicy(3, true, true, true, false, true, true, false, 0.2),
                new EjectionPolicy(5, 10 * Second, 20 * Second, 240 * Second, 0.3, false), Stickiness.Cookie, 3600 * Second),
            balancer.Forwarding);
        Assert.Equal((WhenNoneHealthy.Refuse, 0.5), (balancer.WhenNoneHealthy, balancer.Panic));
        Assert.Equal(
            (8 * Second, 75 * Second, 0, 5 * Second),
            (web.ResponseTimeoutNs, web.IdleTimeoutNs, app.ResponseTimeoutNs, app.IdleTimeoutNs));
    }

    /// <summary>
    /// The scenario's own costs nothing unless it says so; what is bought has the price of the own, or the usual one.
    /// </summary>
    [Fact]
    public void ACacheMayBeAddedWhereAClassWouldUseIt()
    {
        const string Own = "cache: {rack: rack-1, capacity: 500, ttl: 60s}";
        Assert.Equal((0L, new CacheOfferSpec("cache", 600_000_000, 60 * Second, 200_000)),
            (_example.Cache!.NanoDollarsPerHour, _example.CacheOffer));
        var named =
            ScenarioReader.Read(
                Example.With(Own, "cache: {id: memory, rack: rack-1, capacity: 500, ttl: 60s, price: $0.20/h, lookup: 1ms}"),
                "example.yaml");
        Assert.Equal(new CacheOfferSpec("memory", 200_000_000, 60 * Second, 1_000_000), named.CacheOffer);

        var without = Example.With(Own, "operations: {boot: 5s}\ncache-offer: {price: $0.70/h}");
        Assert.Equal(new CacheOfferSpec("cache", 700_000_000, 5 * Second, 200_000),
            ScenarioReader.Read(without, "example.yaml").CacheOffer);
        Assert.Equal(
            "duplicate",
            Problem(without.Replace("id: server-2", "id: cache", StringComparison.Ordinal)
                .Replace("server: server-2", "server: cache", StringComparison.Ordinal)));

        var uncached = without.Replace("cached: true", "cached: false", StringComparison.Ordinal);
        Assert.Equal("dangling", Problem(uncached));
        Assert.Null(
            ScenarioReader.Read(
                uncached.Replace("cache-offer: {price: $0.70/h}", "", StringComparison.Ordinal), "example.yaml").CacheOffer);

        static string Problem(string text) =>
            Assert.Single(Assert.Throws<ScenarioException>(() => ScenarioReader.Read(text, "example.yaml")).Problems).Code;
    }

    [Fact]
    public void TheContentHashIsThatOfTheUnchangedText()
    {
        var again = ScenarioReader.Read(Example.Text, "elsewhere.yaml");
        var other = ScenarioReader.Read(Example.With("40/s", "41/s"), "example.yaml");
        Assert.Equal(64, _example.ContentHash.Length);
        Assert.Equal(_example.ContentHash, again.ContentHash);
        Assert.NotEqual(_example.ContentHash, other.ContentHash);
    }

    [Fact]
    public void AMeasuredStationNeedsNothingAroundIt()
    {
        var station = ScenarioReader.Read(Files.Read("tests/Scenarios/mm1.yaml"), "mm1.yaml");
        Assert.Equal(new NetworkSpec(0, 0, 0, OtherZoneNs: 0), station.Network);
        Assert.Equal(new LocalText("mm1", "mm1"), station.Title);
        Assert.Equal(
            (0L, 1, null, null, null, 1000),
            (station.Classes[0].PatienceNs, station.Classes[0].Retry.Attempts, station.Balancer, station.Cache,
                station.Database, station.Score.Service));
    }

    [Fact]
    public void TheLibraryAsksForTextsObjectivesAndScore()
    {
        var broken = Assert.Throws<ScenarioException>(
            () => ScenarioReader.Read(Files.Read("tests/Scenarios/mm1.yaml"), "mm1.yaml", library: true));
        var missing = broken.Problems.Where(problem => problem.Code == "missing-key")
            .Select(problem => problem.Message.Split('\'')[1]);
        Assert.Equal(
            ["brief", "difficulty", "objectives", "order", "score", "summary", "teaches", "title", "title", "version"],
            missing.Order(StringComparer.Ordinal));
    }
}
