using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Several parts together against closed formulas: networks of queues, balancers, caches, locks.</summary>
public sealed class SystemTheoryTests
{
    [Fact]
    public void TandemSojournsAddAsJacksonSaysAndTheirTailsDoNot()
    {
        var scenario = Estates.Station(70, Estates.Exp(10));
        scenario = scenario with
        {
            Classes = [scenario.Classes[0] with { Web = null, App = Estates.Exp(10), Db = Estates.Exp(8) }],
            Servers = [.. scenario.Servers, new ServerSpec("db-1", "rack", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 0, 0)])],
            Database = new DatabaseSpec("database", "db-1", 10_000, 10_000),
        };

        var report = Runs.Measure(scenario, 14_400);

        // M/M/1 each: 1/(100−70) and 1/(125−70) s; the app's thread is held while the database works
        var (app, db) = (1000.0 / 30, 1000.0 / 55);
        Runs.Near(db, report.Station("db-1/db").Sojourn.MeanMs, 0.03);
        Runs.Near(app + db, report.Station("station/app").Sojourn.MeanMs, 0.03);
        var sumOfTails = (app + db) * Math.Log(100);
        Assert.True(report.Station("station/app").Sojourn.P99Ms < sumOfTails * 0.95);
        Assert.All(report.Stations, station => Assert.InRange(station.LittleResidual, -0.005, 0.005));
    }

    [Theory]
    [InlineData(Algorithm.Random, 10.0, 46.1)]
    [InlineData(Algorithm.RoundRobin, 5.66, 26.1)]
    public void TenServersAtNinetyPercentWaitAsTheirBalancerDealsThem(Algorithm algorithm, double mean, double p99)
    {
        var balancer = Runs.Measure(Farm(algorithm), 2_400).Station("balancer");

        // in service times of 10 ms
        Runs.Near(mean, balancer.Sojourn.MeanMs / 10, 0.04);
        Runs.Near(p99, balancer.Sojourn.P99Ms / 10, 0.06);
    }

    [Fact]
    public void LookingBeforeDealingWaitsLessAndLookingAtAllLeast()
    {
        double Mean(Algorithm algorithm) => Runs.Measure(Farm(algorithm), 600).Station("balancer").Sojourn.MeanMs;
        var (random, turns, two, least) =
            (Mean(Algorithm.Random), Mean(Algorithm.RoundRobin), Mean(Algorithm.TwoChoices), Mean(Algorithm.LeastOutstanding));

        Assert.True(random > turns && turns > two && two > least, $"{random} {turns} {two} {least}");
        // join the shortest queue is near one queue for all: Erlang C at ρ = 0.9, c = 10 waits 0.669 service times
        Assert.InRange(least / 10, 1.669, 1.669 * 1.35);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(2000)]
    public void AnLruCacheHitsAsCheApproximates(int capacity)
    {
        const int keys = 10_000;
        var report = Runs.Measure(Cached(rate: 200, keys, zipf: 0.9, new CacheSpec("cache", "rack", capacity, Estates.Seconds(1e6), 0)), 1_800);
        var popularity = Popularity(keys, 0.9);

        // characteristic time t: Σ (1 − e^(−p t)) = capacity, in requests
        double low = 0, high = 1e9;
        for (var step = 0; step < 200; step++)
        {
            var t = (low + high) / 2;
            if (popularity.Sum(p => 1 - Math.Exp(-p * t)) < capacity) low = t;
            else high = t;
        }

        Runs.Near(popularity.Sum(p => p * (1 - Math.Exp(-p * low))), HitRatio(report), 0.02);
    }

    [Fact]
    public void ATtlCacheHitsAsRenewalTheorySays()
    {
        const int keys = 1_000;
        const double rate = 100, ttl = 30;
        var report = Runs.Measure(Cached(rate, keys, zipf: 0.8, new CacheSpec("cache", "rack", keys, Estates.Seconds(ttl), 0)), 1_800);

        // key by key λT/(1+λT): a miss fills, then hits for T
        var expected = Popularity(keys, 0.8).Sum(p => p * (p * rate * ttl / (1 + p * rate * ttl)));
        Runs.Near(expected, HitRatio(report), 0.02);
    }

    [Fact]
    public void ThreadsAroundOneLockAreMachinesAroundOneRepairman()
    {
        // N threads, each thinks (own core) then needs the one lock; enough users that no thread is ever idle
        const int threads = 6;
        const double thinkMs = 20, lockMs = 5;
        var scenario = Estates.Station(2_000, Estates.Exp(thinkMs), cores: threads, threads: threads, queue: 50);
        scenario = scenario with
        {
            Classes = [scenario.Classes[0] with { Db = Estates.Exp(lockMs), WriteShare = 1 }],
            Servers = [.. scenario.Servers, new ServerSpec("db-1", "rack", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 0, 0)])],
            Database = new DatabaseSpec("database", "db-1", 1_000, 1_000),
        };

        var report = Runs.Measure(scenario, 1_200);

        // P0 = 1 / Σ N!/(N−n)! (s/z)^n; throughput = (1 − P0)/s
        double sum = 0, term = 1;
        for (var n = 0; n <= threads; n++)
        {
            sum += term;
            term *= (threads - n) * (lockMs / thinkMs);
        }

        var expected = (1 - 1 / sum) / (lockMs / 1000);
        Runs.Near(expected, report.Station("db-1/db").Completed / (1_200.0 - 60), 0.02);
    }

    private static double HitRatio(OpsGame.Simulation.Engine.RunReport report) =>
        1 - report.Station("db-1/db").Arrived / (double)report.Station("cache").Arrived;

    private static double[] Popularity(int keys, double zipf)
    {
        var weights = Enumerable.Range(1, keys).Select(rank => Math.Pow(rank, -zipf)).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    private static Scenario Farm(Algorithm algorithm)
    {
        var one = Estates.Station(900, Estates.Exp(10));
        return one with
        {
            Racks = [new RackSpec("rack", 10)],
            Servers = [.. Enumerable.Range(1, 10).Select(n => one.Servers[0] with { Id = $"app-{n}", Attached = true })],
            Balancer = new BalancerSpec(
                "balancer", algorithm, new HealthCheck(CheckPath.Shallow, Estates.Seconds(1e6), Estates.Seconds(5), 2, 2), 0, Estates.Seconds(1)),
        };
    }

    private static Scenario Cached(double rate, int keys, double zipf, CacheSpec cache)
    {
        var scenario = Estates.Station(rate, Estates.Fixed(0.01), cores: 64);
        return scenario with
        {
            Classes = [scenario.Classes[0] with { Db = Estates.Fixed(0.01), Cacheable = true, Keys = keys, Zipf = zipf }],
            Servers = [.. scenario.Servers, new ServerSpec("db-1", "rack", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 0, 0)])],
            Database = new DatabaseSpec("database", "db-1", 10_000, 10_000),
            Cache = cache,
        };
    }
}
