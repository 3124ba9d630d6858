using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>What requests do to each other: mutexes, cores that disturb each other, pools, locks, stampedes, stale values.</summary>
public sealed class ContentionTests
{
    [Fact]
    public void AProcessesMutexIsAQueueOfItsOwn()
    {
        // enough threads and cores: only the mutex makes anybody wait, so its part is M/M/1
        var scenario = Estates.Station(80, Estates.Exp(0.01), cores: 64);
        scenario = scenario with { Classes = [scenario.Classes[0] with { Exclusive = Estates.Exp(10) }] };

        var report = Runs.Measure(scenario, 7_200);

        Runs.Near(50, report.Station("station/app").Sojourn.MeanMs, 0.04);
        Runs.Near(230.3, report.Station("station/app").Sojourn.P99Ms, 0.05);
    }

    [Theory]
    [InlineData(8, 0.05, 0.0)]
    [InlineData(16, 0.03, 0.002)]
    public void BusyCoresSlowEachOtherAsTheUniversalScalabilityLawSays(int cores, double sigma, double kappa)
    {
        var scenario = Estates.Station(100 * cores * 2, Estates.Fixed(10), cores: cores, threads: cores * 2, queue: 10);
        var server = scenario.Servers[0];
        scenario = scenario with
        {
            Servers = [server with { Roles = [server.Roles[0] with { Sigma = sigma, Kappa = kappa }] }],
        };

        var throughput = Runs.Measure(scenario, 300).Station("station/app").Completed / 240.0;

        Runs.Near(cores * 100 / (1 + sigma * (cores - 1) + kappa * cores * (cores - 1)), throughput, 0.02);
    }

    [Fact]
    public void AStampedeAsksOncePerRequestInTheFetchAndASingleFlightOnce()
    {
        // one hot key, λ = 200/s, the fetch takes D = 100 ms, TTL 5 s: 1 + λD misses an expiry
        var crowd = Hot(singleFlight: false);
        var one = Hot(singleFlight: true);

        Runs.Near(1 + 200 * 0.1, FetchesPerExpiry(crowd), 0.05);
        Assert.InRange(FetchesPerExpiry(one), 0.99, 1.01);
    }

    [Fact]
    public void AnswersOlderThanAllowedAreWrongUnlessWritesInvalidate()
    {
        Scenario Shop(bool invalidates)
        {
            var scenario = Cached(new CacheSpec("cache", "rack", 1000, Estates.Seconds(60), 0, InvalidateOnWrite: invalidates), 100, 1);
            return scenario with
            {
                Classes =
                [
                    scenario.Classes[0] with { Data = "stock", Keys = 100, StaleNs = 0 },
                    scenario.Classes[0] with { Id = "buy", Data = "stock", Keys = 100, RatePerSecond = 20, WriteShare = 1, Cacheable = false },
                ],
            };
        }

        Assert.True(Wrong(Shop(invalidates: false)) > 0.2);
        Assert.True(Wrong(Shop(invalidates: true)) < 0.001);

        static double Wrong(Scenario scenario)
        {
            var reads = Runs.Measure(scenario, 300).Classes[0];
            return reads.Failed.GetValueOrDefault(Cause.Stale) / (double)reads.Offered;
        }
    }

    [Fact]
    public void ASmallPoolMakesCallsWaitAndTimeOutWhileTheDatabaseIsIdle()
    {
        var scenario = Cached(null, 150, fetchMs: 20);
        var report = Runs.Measure(scenario with
        {
            Database = scenario.Database! with { PoolSize = 2, PoolTimeoutNs = Estates.Seconds(0.2) },
        }, 300);

        // two connections of 20 ms carry 100/s of 150/s
        Runs.Near(100, report.Station("db-1/db").Completed / 240.0, 0.02);
        Assert.True(report.Classes[0].Failed[Cause.PoolTimeout] > 0.2 * report.Classes[0].Offered);
        Assert.Empty(Runs.Measure(scenario, 300).Classes[0].Failed);
    }

    [Fact]
    public void AWriteGivesUpOnALockThatDoesNotComeFree()
    {
        var scenario = Cached(null, 60, fetchMs: 20);
        var report = Runs.Measure(scenario with
        {
            Classes = [scenario.Classes[0] with { WriteShare = 1, Keys = 1 }],
            Database = scenario.Database! with { LockTimeoutNs = Estates.Seconds(0.1) },
        }, 300);

        Runs.Near(50, report.Station("db-1/db").Completed / 240.0, 0.05);
        Assert.True(report.Classes[0].Failed[Cause.LockTimeout] > 0);
    }

    private static double FetchesPerExpiry(Scenario scenario)
    {
        var report = Runs.Measure(scenario, 3_660);
        // a cycle is the TTL, the fetch, and the mean wait for the first request after the expiry
        var cycle = 5 + 0.1 + 1 / 200.0;
        return report.Station("db-1/db").Arrived / (3_600 / cycle);
    }

    private static Scenario Hot(bool singleFlight)
    {
        var scenario = Cached(new CacheSpec("cache", "rack", 10, Estates.Seconds(5), 0, SingleFlight: singleFlight), 200, fetchMs: 100);
        return scenario with { Classes = [scenario.Classes[0] with { Db = Estates.Fixed(100), Keys = 1 }] };
    }

    private static Scenario Cached(CacheSpec? cache, double rate, double fetchMs)
    {
        var scenario = Estates.Station(rate, Estates.Fixed(0.001), cores: 1000);
        return scenario with
        {
            Classes = [scenario.Classes[0] with { Db = Estates.Fixed(fetchMs), Cacheable = true }],
            Servers = [.. scenario.Servers, new ServerSpec("db-1", "rack", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 0, 0)])],
            Database = new DatabaseSpec("database", "db-1", 10_000, 10_000),
            Cache = cache,
        };
    }
}
