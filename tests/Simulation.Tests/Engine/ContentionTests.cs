using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>What requests do to each other: pools, locks, stale values.</summary>
public sealed class ContentionTests
{
    [Fact]
    public void AnswersOlderThanAllowedAreWrongUnlessWritesInvalidate()
    {
        Scenario Shop(bool invalidates)
        {
            var scenario =
                Cached(new CacheSpec("cache", "rack", 1000, Estates.Seconds(60), 0, InvalidateOnWrite: invalidates), 100, 1);
            return scenario with
            {
                Classes =
                [
                    scenario.Classes[0] with { Data = "stock", Keys = 100, StaleNs = 0 },
                    scenario.Classes[0] with
                    {
                        Id = "buy", Data = "stock", Keys = 100, RatePerSecond = 20, WriteShare = 1, Cacheable = false,
                    },
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

    private static Scenario Cached(CacheSpec? cache, double rate, double fetchMs)
    {
        var scenario = Estates.WithDatabase(Estates.Station(rate, Estates.Fixed(0.001), cores: 1000), Estates.Fixed(fetchMs));
        return scenario with { Classes = [scenario.Classes[0] with { Cacheable = true }], Cache = cache };
    }
}
