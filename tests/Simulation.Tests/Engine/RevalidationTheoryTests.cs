using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// Stale-while-revalidate (RFC 5861) against renewal theory: one key asked for λ times a second, good for T, served for S more
/// while one request of R fetches it anew.
/// </summary>
/// <remarks>
/// A cycle lasts from fill to fill: T, then 1/λ until the next request, then its R, so λ(T+R) + 1 requests. With single flight
/// those miss who come after T+S and before the fill. The one who begins the fetch comes X after T, X exponential; up to S he is
/// served. So e^(−λ(S−R)) miss a cycle, and together they wait (e^(−λ(S−R)) − e^(−λS)) / λ (both for R ≤ S).
/// </remarks>
public sealed class RevalidationTheoryTests
{
    [Theory]
    [InlineData(200, 25, 7.5, 2.5)]
    [InlineData(200, 25, 10, 10)]
    [InlineData(400, 20, 4, 1)]
    [InlineData(100, 50, 10, 5)]
    public void HitsWaitsAndFetchesAreWhatRenewalTheorySays(double rate, double ttlMs, double staleMs, double fetchMs)
    {
        var (ttl, stale, fetch) = (ttlMs / 1000, staleMs / 1000, fetchMs / 1000);
        var cycle = 1 + rate * (ttl + fetch);
        var misses = Math.Exp(-rate * (stale - fetch));

        new Check(BatchMeans.Of(OneKey(rate, ttlMs, staleMs, fetchMs), 60))
            .Exactly("served at once", 1 - misses / cycle, 0.02, report => report.Classes[0].Within / Requests(report))
            .Exactly("share that waits", misses / cycle, 0.05, report => report.Classes[0].Late / Requests(report))
            .Exactly(
                "mean wait, ms", (misses - Math.Exp(-rate * stale)) / rate / cycle * 1000, 0.08,
                report => report.Classes[0].Latency.MeanMs)
            .Exactly(
                "fetches a second", rate / cycle, 0.02,
                report => report.Station("station/app").Arrived / Requests(report) * rate)
            .MustHold();
    }

    [Fact]
    public void WithoutItEveryExpiryMakesSomebodyWait()
    {
        const double rate = 200, ttl = 0.025, fetch = 0.0025;
        const double cycle = 1 + rate * (ttl + fetch);

        new Check(BatchMeans.Of(OneKey(rate, ttl * 1000, 0, fetch * 1000), 60))
            .Exactly(
                "share that waits", (1 + rate * fetch) / cycle, 0.03, report => report.Classes[0].Late / Requests(report))
            .Exactly(
                "fetches a second", rate / cycle, 0.02,
                report => report.Station("station/app").Arrived / Requests(report) * rate)
            .MustHold();
    }

    [Fact]
    public void AnOperatorMaySetItAndTakeItBack()
    {
        var play = new Play(OneKey(100, 1_000, 0, 300)).Pass(20);
        Assert.InRange(Late(play, 30), 300, 900);

        play.Do("set-stale-while-revalidate", "edge", ("seconds", "10")).Pass(2);
        Assert.Equal(0, Late(play, 30));

        play.Do("set-stale-while-revalidate", "edge", ("seconds", "0")).Pass(2);
        Assert.InRange(Late(play, 30), 300, 900);
        Assert.Contains("cache-revalidates", play.Codes);
        Assert.Contains("cache-revalidates-not", play.Codes);
    }

    [Fact]
    public void WhatIsServedMeanwhileIsAsOldAsItIs()
    {
        var scenario = OneKey(20, 1_000, 60_000, 4_000);
        scenario = scenario with
        {
            Classes = [scenario.Classes[0] with { ChangesNs = Estates.Seconds(5), StaleNs = Estates.Seconds(1) }],
        };
        var play = new Play(scenario).Pass(60);

        Assert.True(play.World.Report().Classes[0].Failed[Cause.Stale] > 50);
    }

    [Fact]
    public void TheCacheBesideTheApplicationDoesItToo()
    {
        var behind = Estates.WithDatabase(Estates.Station(100, Estates.Fixed(0.001), cores: 64), Estates.Fixed(200));
        behind = behind with
        {
            Classes = [behind.Classes[0] with { Cacheable = true, TargetNs = Estates.Seconds(0.1) }],
            Cache = new CacheSpec("cache", "rack", 10, Estates.Seconds(1), 0) { RevalidateNs = Estates.Seconds(1) },
        };
        var play = new Play(behind).Pass(5);
        var before = play.Station("db-1/db").Arrived;
        Assert.Equal(0, Late(play, 30));
        // one fetch in 1 s + 1/100 s + 0.2 s
        Assert.InRange(play.Station("db-1/db").Arrived - before, 23, 27);
    }

    private static long Late(Play play, double seconds)
    {
        var before = play.World.Report().Classes[0].Late;
        return play.Pass(seconds).World.Report().Classes[0].Late - before;
    }

    private static double Requests(RunReport report) => report.Classes[0].Answered;

    /// <summary>Nothing takes time but the fetch, so whoever is served at once is served within any target.</summary>
    private static Scenario OneKey(double rate, double ttlMs, double staleMs, double fetchMs)
    {
        var scenario = Estates.Station(rate, Estates.Fixed(fetchMs), cores: 64);
        return scenario with
        {
            Classes = [scenario.Classes[0] with { EdgeCacheable = true, TargetNs = 1_000 }],
            Edge = new EdgeSpec(
                new CacheSpec("edge", "", 10, Estates.Seconds(ttlMs / 1000), 0, SingleFlight: true)
                {
                    RevalidateNs = Estates.Seconds(staleMs / 1000),
                },
                0, 0),
        };
    }
}
