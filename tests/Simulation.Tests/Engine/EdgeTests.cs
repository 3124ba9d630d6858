using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>The cache near the users.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(2000)]
    public void AnEdgeHitsAsCheApproximates(int capacity)
    {
        const int keys = 10_000;
        var report = Runs.Measure(Before(rate: 200, keys, zipf: 0.9, Entry.Edge(capacity, 1e6, lookupNs: 0)), 1_800);
        var weights = Enumerable.Range(1, keys).Select(rank => Math.Pow(rank, -0.9)).ToArray();
        var popularity = weights.Select(weight => weight / weights.Sum()).ToArray();

        double low = 0, high = 1e9;
        for (var step = 0; step < 100; step++)
        {
            var t = (low + high) / 2;
            if (popularity.Sum(p => 1 - Math.Exp(-p * t)) < capacity) low = t;
            else high = t;
        }

        Runs.Near(popularity.Sum(p => p * (1 - Math.Exp(-p * low))), HitRatio(report), 0.02);
    }

    [Fact]
    public void AnEntryIsGoodForItsTimeToLive()
    {
        // one key: λT/(1+λT), the fill 30 ms after the miss
        var report = Runs.Measure(Before(rate: 2, keys: 1, zipf: 0, Entry.Edge(10, 3, lookupNs: 0)), 7_200);

        Runs.Near(6.0 / 7, HitRatio(report), 0.02);
    }

    [Fact]
    public void WritesAndClassesThatMayNotPassThroughIt()
    {
        var scenario = Before(rate: 20, keys: 10, zipf: 0, Entry.Edge(100, 1e6));
        var mixed = scenario with { Classes = [scenario.Classes[0] with { WriteShare = 0.5 }] };
        var never = scenario with { Classes = [scenario.Classes[0] with { EdgeCacheable = false }] };

        Runs.Near(0.5, HitRatio(Runs.Measure(mixed, 3_600)), 0.02);
        Assert.Equal(0, HitRatio(Runs.Measure(never, 120)), tolerance: 0.002);
    }

    [Fact]
    public void AnAnswerFromTheEdgeMayBeTooOldUnlessItIsFlushed()
    {
        var scenario = Before(rate: 20, keys: 1, zipf: 0, Entry.Edge(10, 30));
        scenario = scenario with { Classes = [scenario.Classes[0] with { WriteShare = 0.02, StaleNs = Estates.Seconds(2) }] };
        var play = new Play(scenario).Pass(60);
        Assert.True(Stale(play) > 50);

        var before = Stale(play.Do("flush-cache", "edge").Pass(1));
        for (var second = 0; second < 60; second++) play.Do("flush-cache", "edge").Pass(1);
        Assert.Equal(before, Stale(play));
    }

    [Fact]
    public void NoAnswerIsTooOldOnceAnOperatorHasWritesDropTheirKeys()
    {
        var scenario = Before(rate: 20, keys: 1, zipf: 0, Entry.Edge(10, 30));
        scenario = scenario with { Classes = [scenario.Classes[0] with { WriteShare = 0.02, StaleNs = Estates.Seconds(2) }] };
        var play = new Play(scenario).Do("set-invalidation", "edge", ("on", "true")).Pass(60);
        Assert.Equal(0, Stale(play));

        Assert.True(Stale(play.Do("set-invalidation", "edge", ("on", "false")).Pass(60)) > 50);
    }

    [Fact]
    public void EntriesThatWereFilledTogetherExpireApartOnceAnOperatorHasSetAJitter()
    {
        var play = new Play(Before(rate: 400, keys: 50, zipf: 0, Entry.Edge(100, 10)));
        Assert.Equal(0, Fewest(play.Pass(4)));

        Assert.True(Fewest(play.Do("set-jitter", "edge", ("jitter", "1")).Pass(60)) > 0);
    }

    [Fact]
    public void WithSingleFlightOneMissOfAKeyGoesToTheOriginAndTheOthersWaitForIt()
    {
        // one key, good for 1 s; the origin answers 30 ms after the miss: λD more misses without single flight
        var edge = Entry.Edge(10, 1, lookupNs: 0);
        var stampede = Runs.Measure(Before(rate: 200, keys: 1, zipf: 0, edge), 600);
        var single = Runs.Measure(
            Before(rate: 200, keys: 1, zipf: 0, edge with { Cache = edge.Cache with { SingleFlight = true } }), 600);

        Assert.InRange(single.Station("station/app").Arrived, 515, 530);
        Assert.True(stampede.Station("station/app").Arrived > 4 * single.Station("station/app").Arrived);
        Assert.Equal(single.Classes[0].Offered, single.Classes[0].Answered, tolerance: 10.0);
    }

    [Fact]
    public void WithInvalidationNoAnswerIsTooOld()
    {
        var edge = Entry.Edge(10, 30);
        var scenario = Before(rate: 20, keys: 1, zipf: 0, edge with { Cache = edge.Cache with { InvalidateOnWrite = true } });
        scenario = scenario with { Classes = [scenario.Classes[0] with { WriteShare = 0.02, StaleNs = Estates.Seconds(2) }] };
        Assert.Equal(0, Stale(new Play(scenario).Pass(120)));
    }

    /// <summary>Misses in that of the next 20 seconds which has the fewest.</summary>
    private static int Fewest(Play play) =>
        Enumerable.Range(0, 20).Min(_ => play.Pass(1).World.Last.CacheTelemetry[0].Misses);

    private static long Stale(Play play) => play.World.Report().Classes[0].Failed.GetValueOrDefault(Cause.Stale);

    private static double HitRatio(RunReport report) =>
        1 - report.Station("station/app").Arrived / (double)report.Station("edge").Arrived;

    private static Scenario Before(double rate, int keys, double zipf, EdgeSpec edge)
    {
        var scenario = Estates.Station(rate, Estates.Fixed(0.01), cores: 64);
        return scenario with
        {
            Classes = [scenario.Classes[0] with { Db = Estates.Fixed(0.01), EdgeCacheable = true, Keys = keys, Zipf = zipf }],
            Servers = [.. scenario.Servers,
                new ServerSpec("db-1", "rack", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 0, 0)])],
            Database = new DatabaseSpec("database", "db-1", 10_000, 10_000),
            Edge = edge,
        };
    }
}
