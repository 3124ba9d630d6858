using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Engine;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Kinds.Caches;

/// <summary>A cache is added where there is none, is set up, answers, and is given up again.</summary>
public sealed class BoughtCacheTests
{
    private const int ReadySeconds = 30;
    private const long PerHour = 400_000_000;

    [Fact]
    public void AnAddedCacheServesFromWhenItIsReadyAndSparesTheDatabase()
    {
        var play = new Play(Without()).Pass(10);
        Assert.Empty(play.World.Caches);
        Assert.InRange(Asked(play.Do("add-cache", "rack", ("ttl", "20")).Pass(ReadySeconds - 1)), 70, 130);
        Assert.DoesNotContain("cache-ready", play.Codes);

        play.Pass(2);
        Assert.Equal(At(play, "cache-bought") + Estates.Seconds(ReadySeconds), At(play, "cache-ready"));
        Assert.InRange(play.World.Last.CacheTelemetry[0].Entries, 1, 50);
        play.Pass(60).World.ResetMeters();
        var seen = play.Watch(600);

        // each of 50 keys is read twice a second and kept 20 s: λT/(1+λT)
        Runs.Near(40.0 / 41, seen.HitShare, 0.01);
        Runs.Near(100.0 / 41, play.Station("db-1/db").Arrived / 600.0, 0.1);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void AnAddedCacheIsAsFastAsAScenariosOwnInTheSameRack()
    {
        var own = new Play(With(new CacheSpec("cache", "rack", 1000, Estates.Seconds(3600), 200_000))).Pass(120);
        var same = new Play(Without()).Do("add-cache", "rack", ("ttl", "3600")).Pass(120);
        var other = new Play(Without()).Do("add-cache", "other", ("ttl", "3600")).Pass(120);

        Assert.Equal(own.World.Last.Classes[0].Latency.P50, same.World.Last.Classes[0].Latency.P50);
        // two hops to another rack, each 0.3 ms longer
        Runs.Near(600_000, other.World.Last.Classes[0].Latency.P50 - same.World.Last.Classes[0].Latency.P50, 0.1);
    }

    [Fact]
    public void AnAddedCacheCostsFromItsOrderUntilItIsRemoved()
    {
        var (play, twin) = (new Play(Without()).Pass(10), new Play(Without()).Pass(10));
        var bill = play.World.Last.Service.NanoDollarsPerHour;
        Assert.Equal(bill + PerHour, play.Do("add-cache", "rack").Pass(100).World.Last.Service.NanoDollarsPerHour);
        Assert.Equal(bill, play.Do("remove-cache", "cache").Pass(100).World.Last.Service.NanoDollarsPerHour);

        var spent = play.World.Last.Service.SpentNanoDollars - twin.Pass(200).World.Last.Service.SpentNanoDollars;
        Assert.Equal(PerHour / 36, spent);
    }

    [Fact]
    public void AScenariosOwnCacheIsFreeUnlessItSaysOtherwise()
    {
        var own = new CacheSpec("cache", "rack", 1000, Estates.Seconds(60), 200_000);
        var free = new Play(With(own)).Pass(1).World.Last.Service.NanoDollarsPerHour;

        Assert.Equal(new Play(Without()).Pass(1).World.Last.Service.NanoDollarsPerHour, free);
        Assert.Equal(free + 5, new Play(With(own with { NanoDollarsPerHour = 5 })).Pass(1).World.Last.Service.NanoDollarsPerHour);
    }

    [Fact]
    public void WithoutTheCacheReadsGoToTheDatabaseAndAnAddedOneIsCold()
    {
        var play = new Play(With(new CacheSpec("cache", "rack", 1000, Estates.Seconds(3600), 200_000))).Pass(120);
        Assert.InRange(Asked(play), 0, 5);

        play.Do("remove-cache", "cache").Pass(5);
        Assert.Empty(play.World.Caches);
        Assert.InRange(Asked(play), 70, 130);

        play.Do("add-cache", "other", ("capacity", "10"), ("ttl", "3600")).Pass(5);
        Assert.Equal((10, 0), (play.World.Caches[0].Capacity, play.World.Last.CacheTelemetry[0].Entries));
        play.Pass(ReadySeconds + 60);
        Assert.Equal(10, play.World.Last.CacheTelemetry[0].Entries);
        Assert.Equal(0, play.Failed);
    }

    /// <summary>
    /// One key, fetched in four seconds: everybody else waits for it. Woken one after another the last would wait for minutes.
    /// </summary>
    [Fact]
    public void RequestsThatWaitForAnothersAnswerGoToTheDatabaseWhenTheCacheIsRemoved()
    {
        var slow = With(new CacheSpec("cache", "rack", 1000, Estates.Seconds(0.5), 200_000, SingleFlight: true));
        var play = new Play(slow with { Classes = [slow.Classes[0] with { Keys = 1, Db = Estates.Fixed(4000) }] }).Pass(10);
        while (play.World.Last.Service.InFlight < 60) play.Pass(0.25);

        play.Do("remove-cache", "cache").Pass(0.25);
        var gone = play.World.NowNs;
        Assert.True(play.World.Pending().Count >= 60);
        play.Pass(4.25);

        Assert.All(play.World.Pending(), request => Assert.True(request.Born > gone - Estates.Seconds(0.25)));
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void RemovingTheCacheEndsItsWarmUpAndTheNextOneCountsItsOwnKeys()
    {
        var own = With(new CacheSpec("cache", "rack", 1000, Estates.Seconds(3600), 200_000));
        var play = new Play(
            own with { Classes = [own.Classes[0] with { RatePerSecond = 0.01, Db = Estates.Fixed(5000), PatienceNs = 0 }] }).Pass(
                1);
        play.Do("warm-cache", "cache", ("keys", "40"), ("rate", "10")).Pass(2).Do("remove-cache", "cache").Pass(0.25);
        play.Do("add-cache", "rack", ("ttl", "3600")).Pass(ReadySeconds + 1);

        play.Do("warm-cache", "cache", ("keys", "40"), ("rate", "10")).Pass(20);

        Assert.Equal(["cache", "40", "0"], Assert.Single(play.Events, told => told.Code == "cache-warmed").Args);
        Assert.Equal(40, play.World.Last.CacheTelemetry[0].Entries);
    }

    [Fact]
    public void OnlyClassesThatSaySoUseIt()
    {
        var one = Without();
        var play = new Play(one with { Classes = [one.Classes[0], one.Classes[0] with { Id = "other", Cacheable = false }] })
            .Do("add-cache", "rack", ("ttl", "3600")).Pass(120);

        Assert.Equal(["users"], play.World.Caches[0].Cached);
        Assert.InRange(Asked(play), 70, 130);
        Assert.Equal("class-not-cacheable", play.Does("set-cached", "cache", ("class", "other")).Code);
    }

    [Fact]
    public void WhatCannotBeIsRefused()
    {
        var edge = new EdgeSpec(new CacheSpec("edge", "", 100, Estates.Seconds(60), 0), 0, 0);
        var play = new Play(Without() with { Edge = edge }).Order(Faults.Of("rack-power", "other", Estates.Seconds(600), 1))
            .Pass(1);
        Assert.Equal("edge-stays", play.Does("remove-cache", "edge").Code);
        Assert.Equal("rack-dark", play.Does("add-cache", "other").Code);
        Assert.Equal("target-unknown", play.World.Check(play.Command("ann", "remove-cache", "cache"))?.Code);

        play.Do("add-cache", "rack").Do("add-cache", "rack").Pass(1);
        Assert.Equal(["cache-bought", "cache-exists"], [.. play.Codes.TakeLast(2)]);
        Assert.Equal("cache-starting", play.Does("warm-cache", "cache").Code);

        play.Do("remove-cache", "cache").Do("remove-cache", "cache").Do("flush-cache", "cache").Pass(1);
        Assert.Equal(["cache-removed", "target-unknown", "target-unknown"], [.. play.Codes.TakeLast(3)]);
        Assert.Equal("nothing-cacheable", new Play(Without() with { CacheOffer = null }).Does("add-cache", "rack").Code);
    }

    [Fact]
    public void ItsPreviewSaysWhenItAnswersWhatItCostsAndWhatTakesItBack()
    {
        var play = new Play(Without()).Pass(10);
        var preview = Preview.Of(play.World, play.Command("ann", "add-cache", "rack"));
        Assert.Equal(
            (null, Estates.Seconds(ReadySeconds), PerHour), (preview.Refusal, preview.TakesNs, preview.NanoDollarsPerHour));
        Assert.Equal(("remove-cache", "cache"), (preview.Undo?.Action, preview.Undo?.Target));

        var bought = play.Does("add-cache", "rack");
        Assert.Equal("cache-exists", Preview.Of(play.World, play.Command("ann", "add-cache", "rack")).Refusal?.Code);
        Assert.Equal(-PerHour, Preview.Of(play.World, play.Command("ann", "remove-cache", "cache")).NanoDollarsPerHour);
        Assert.Equal("cache-removed", play.TakesBack(bought, bought.Undo!).Code);
        Assert.Empty(play.World.Caches);
    }

    /// <summary>Queries a second.</summary>
    private static int Asked(Play play) => play.World.Last.DatabaseTelemetry[0].Arrived;

    private static long At(Play play, string code) => play.Events.First(told => told.Code == code).AtNs;

    private static Scenario With(CacheSpec own) => Without() with { Cache = own };

    /// <summary>100 reads of 50 keys a second, answered by a database that has nothing else to do.</summary>
    private static Scenario Without()
    {
        var station = Estates.WithDatabase(Estates.Station(100, Estates.Fixed(1), cores: 1_000), Estates.Fixed(2));
        return station with
        {
            Network = new NetworkSpec(0, 200_000, 500_000),
            Classes = [station.Classes[0] with { Cacheable = true, Keys = 50 }],
            Racks = [.. station.Racks, new RackSpec("other", 4)],
            CacheOffer = new CacheOfferSpec("cache", PerHour, Estates.Seconds(ReadySeconds), 200_000),
        };
    }
}
