using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 13. Behind an empty cache the database gets what the cache was bought to keep from it.</summary>
public sealed class ColdCacheTests
{
    [Fact]
    public void AFlushAtFullTrafficDrownsTheDatabase()
    {
        var play = Warm();
        Assert.True(play.Watch(10).HitShare > 0.8);
        var seen = play.Do("flush-cache", "cache").Watch(60);

        Assert.True(seen.Failures > 500);
    }

    [Fact]
    public void LettingUsersInSlowlyCures()
    {
        var play = Warm();
        play.Fault("traffic-surge", "users", seconds: 30, amount: 0.15).Pass(2).Do("flush-cache", "cache").Pass(28);
        play.Fault("traffic-surge", "users", seconds: 40, amount: 0.4).Pass(40);
        play.Watch(60);

        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void MoreServersDoNotHelp()
    {
        var seen = Warm().Buy(2).Do("flush-cache", "cache").Watch(60);

        Assert.True(seen.Failures > 500);
    }

    [Fact]
    public void AWarmCacheServesTheSameTraffic() => Assert.Equal(0, Warm().Watch(60).Failures);

    private static Play Warm()
    {
        var shop = Shop.Of(200).Asked(users => users with
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
            Traffic = [new TrafficPoint(0, 0.1), new TrafficPoint(Estates.Seconds(60), 1)],
        }).Pass(160);
    }
}
