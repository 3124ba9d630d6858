using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Caches;

/// <summary>A warm-up asks real questions: it saves users the cold cache, and takes from them what it asks too fast.</summary>
public sealed class WarmUpTests
{
    /// <summary>The same users with the same luck come to a cache that was flushed a minute before the rush.</summary>
    [Fact]
    public void AWarmUpBeforeTheRushSparesItTheColdCache()
    {
        var cold = Flushed().Pass(62).Watch(15);
        var warm = Flushed().Do("warm-cache", "cache", ("keys", "1000"), ("rate", "20")).Pass(62).Watch(15);

        Assert.True(cold.Failures > 300, $"{cold.Failures} failed");
        Assert.Equal(0, warm.Failures);
        Assert.True(warm.HitShare > cold.HitShare + 0.1, $"hits: {warm.HitShare:0.00} warm, {cold.HitShare:0.00} cold");
    }

    [Fact]
    public void ATooFastWarmUpOverloadsTheDatabase()
    {
        var slow = Flushed().Do("warm-cache", "cache", ("keys", "1000"), ("rate", "20")).Watch(60);
        var fast = Flushed().Do("warm-cache", "cache", ("keys", "1000"), ("rate", "400")).Watch(60);

        Assert.Equal(0, slow.Failures);
        Assert.True(fast.Failures > 50, $"{fast.Failures} failed");
    }

    [Fact]
    public void ItLoadsTheMostPopularKeysOfAllItCachesAndSaysHowMany()
    {
        var scenario = Shop.Of(1)
            .Asked(users => users with { RatePerSecond = 1e-6, Cacheable = true, Keys = 100, Zipf = 1, Data = "goods" });
        var play = new Play(scenario with
        {
            // as rare, so it asks for half of its popular keys; and once more for goods that are there already
            Classes = [scenario.Classes[0], scenario.Classes[0] with { Id = "list", Data = "" },
                scenario.Classes[0] with { Id = "peek" }],
            Cache = new CacheSpec("cache", "rack-a", 1_000, Estates.Seconds(600), 200_000),
        });

        play.Do("warm-cache", "cache", ("keys", "60"), ("rate", "10")).Pass(8);

        Assert.Equal(60, play.World.Last.CacheTelemetry[0].Entries);
        Assert.Equal(60, play.Station("db-1/db").Completed);
        Assert.Equal(["60", "0"], play.Events.Single(told => told.Code == "cache-warmed").Args.Skip(1));
        Assert.Equal(0, play.World.Report().Classes.Sum(users => users.Offered));

        // there are 200 in all
        play.Do("warm-cache", "cache", ("keys", "500"), ("rate", "100")).Pass(8);
        Assert.Equal(200, play.World.Last.CacheTelemetry[0].Entries);
    }

    [Fact]
    public void AWarmUpCanBeStoppedAndOnlyOneRunsAtATime()
    {
        var play = Flushed().Do("stop-warming", "cache").Do("warm-cache", "cache", ("keys", "1000"), ("rate", "20"))
            .Do("warm-cache", "cache").Pass(10);
        play.Do("stop-warming", "cache").Pass(5);

        Assert.Equal(
            ["cache-flushed", "cache-not-warming", "cache-warms", "cache-warming", "cache-warming-stopped", "cache-warmed"],
            play.Codes);
        Assert.InRange(play.World.Last.CacheTelemetry[0].WarmUp!.Loaded, 195, 205);
        play.Do("warm-cache", "cache", ("keys", "10")).Pass(5);
        Assert.Equal(10, play.World.Last.CacheTelemetry[0].WarmUp!.Loaded);
    }

    [Fact]
    public void NothingToWarmIsRefused()
    {
        var play = Flushed().Do("set-cached", "cache", ("class", "users"), ("on", "false")).Do("warm-cache", "cache")
            .Do("set-cached", "cache", ("class", "users")).Do("resize-cache", "cache", ("capacity", "0"))
            .Do("warm-cache", "cache").Pass(1);

        Assert.Equal(["cache-caches-nothing", "cache-no-room"],
            play.Events.Where(told => told.Kind == EventKind.Refused).Select(told => told.Code));
    }

    [Fact]
    public void AWarmUpDoesNotChangeTheUsersRandomNumbers()
    {
        var (cold, warm) = (Flushed().Pass(60), Flushed().Do("warm-cache", "cache", ("keys", "200"), ("rate", "5")).Pass(60));

        Assert.Equal(cold.World.Report().Classes[0].Offered, warm.World.Report().Classes[0].Offered);
        Assert.True(warm.Station("db-1/db").Completed < cold.Station("db-1/db").Completed + 200);
    }

    /// <summary>6 users a second, from the second minute on 300; the database answers 40.</summary>
    private static Play Flushed()
    {
        var shop = Shop.Of(300).Asked(users => users with
        {
            App = Estates.Exp(4),
            Db = Estates.Exp(100),
            Cacheable = true,
            Keys = 2_000,
            Zipf = 1,
        });
        return new Play(shop.Stored(database => database with { Slots = 4 }) with
        {
            Cache = new CacheSpec("cache", "rack-a", 2_000, Estates.Seconds(3_600), 200_000),
            Traffic = [new TrafficPoint(0, 0.02), new TrafficPoint(Estates.Seconds(60), 0.02),
                new TrafficPoint(Estates.Seconds(61), 1)],
        }).Do("flush-cache", "cache");
    }
}
