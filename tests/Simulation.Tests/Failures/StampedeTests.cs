using OpsGame.Simulation.Kinds.Caches;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 12. When a hot key expires, everyone who asks for it before it is back asks the database.</summary>
public sealed class StampedeTests
{
    [Fact]
    public void EveryExpirySendsACrowdToTheDatabase()
    {
        var seen = Hot().Watch(60);

        Assert.True(seen.HitShare > 0.5);
        Assert.True(seen.Failures > 100);
    }

    [Fact]
    public void SingleFlightCures()
    {
        var seen = Hot(singleFlight: true).Watch(60);

        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void SingleFlightCuresWhileItIsOn()
    {
        var play = Hot().Do("set-single-flight", "cache", ("on", "true")).Pass(12);
        Assert.Equal(0, play.Watch(60).Failures);
        var seen = play.Do("set-single-flight", "cache", ("on", "false")).Watch(60);

        Assert.True(seen.Failures > 100);
    }

    [Fact]
    public void ALargerCacheDoesNotHelp()
    {
        var seen = Hot().Do("resize-cache", "cache", ("capacity", "100000")).Watch(60);

        Assert.True(seen.Failures > 100);
    }

    [Fact]
    public void WithoutAnExpiryThereIsNoStampede() => Assert.Equal(0, Hot(ttl: 3_600).Watch(60).Failures);

    private static Play Hot(bool singleFlight = false, double ttl = 10)
    {
        var shop = Shop.Of(300).Asked(users => users with { App = Estates.Exp(4), Db = Estates.Fixed(400), Cacheable = true });
        return new Play(shop.Stored(database => database with { Slots = 4 }) with
        {
            Cache = new CacheSpec("cache", "rack-a", 1_000, Estates.Seconds(ttl), 200_000, SingleFlight: singleFlight),
        }).Pass(28);
    }
}
