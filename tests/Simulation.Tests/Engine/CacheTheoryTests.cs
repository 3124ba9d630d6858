using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Caches against theory: what stays, what expires, and how many fetch it again at once.</summary>
public sealed class CacheTheoryTests
{
    private const long Endless = 1_000_000 * Nanoseconds.PerSecond;

    [Theory]
    [InlineData(200, 0.9)]
    [InlineData(500, 0.9)]
    [InlineData(2000, 0.9)]
    [InlineData(500, 0.5)]
    [InlineData(500, 1.2)]
    public void AnLruCacheHitsAsCheApproximates(int capacity, double zipf)
    {
        const int keys = 10_000;
        var run = BatchMeans.Of(Cached(1000, keys, zipf, 0.001, new CacheSpec("cache", "rack", capacity, Endless, 0)), 60);

        new Check(run).About("hits", Formulas.Che(Formulas.Popularity(keys, zipf), capacity), 0.02, HitRatio).MustHold();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(120)]
    public void ATtlCacheHitsAsRenewalTheorySays(double ttl)
    {
        const int keys = 1_000;
        const double rate = 100;
        var run = BatchMeans.Of(
            Cached(rate, keys, 0.8, 0.001, new CacheSpec("cache", "rack", keys, Estates.Seconds(ttl), 0)), 40);

        // key by key λT/(1+λT): a miss fills, then hits for T
        var expected = Formulas.Popularity(keys, 0.8).Sum(p => p * (p * rate * ttl / (1 + p * rate * ttl)));
        new Check(run).Exactly("hits", expected, 0.02, HitRatio).MustHold();
    }

    [Theory]
    [InlineData(100, 0.1, 2)]
    [InlineData(200, 0.1, 5)]
    [InlineData(400, 0.5, 5)]
    public void AStampedeAsksOncePerRequestInTheFetchAndASingleFlightOnce(double rate, double fetch, double ttl)
    {
        var crowd = BatchMeans.Of(Hot(false), 60);
        var one = BatchMeans.Of(Hot(true), 60);

        // 1 + λD misses an expiry. The last of them, X after the first, fills last: a cycle is X, its fetch, the TTL, and the
        // mean wait for the next request
        var last = fetch - (1 - Math.Exp(-rate * fetch)) / rate;
        new Check(crowd).Exactly("fetches a second", (1 + rate * fetch) / (last + fetch + ttl + 1 / rate), 0.03, Fetches)
            .MustHold();
        new Check(one).Exactly("fetches a second", 1 / (fetch + ttl + 1 / rate), 0.03, Fetches).MustHold();

        Scenario Hot(bool singleFlight) =>
            Cached(rate, 1, 0, fetch * 1000,
                new CacheSpec("cache", "rack", 10, Estates.Seconds(ttl), 0, SingleFlight: singleFlight));
        double Fetches(RunReport report) => report.Station("db-1/db").Arrived / (60_000 / rate);
    }

    private static double HitRatio(RunReport report) =>
        1 - report.Station("db-1/db").Arrived / (double)report.Station("cache").Arrived;

    private static Scenario Cached(double rate, int keys, double zipf, double fetchMs, CacheSpec cache)
    {
        var scenario = Estates.WithDatabase(Estates.Station(rate, Estates.Fixed(0.001), cores: 64), Estates.Fixed(fetchMs));
        return scenario with
        {
            Classes = [scenario.Classes[0] with { Cacheable = true, Keys = keys, Zipf = zipf }],
            Sizes = [scenario.Sizes[0] with { Cores = 1000 }],
            Cache = cache,
        };
    }
}
