using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Caches;

/// <summary>What a cache caches is decided class by class; what that does follows from the class's data.</summary>
public sealed class CachedClassTests
{
    [Fact]
    public void ACachedClassIsKeptFromTheDatabaseAndAnotherIsNot()
    {
        var play = new Play(Two(changesNs: -1)).Pass(10);
        Assert.Equal(0, play.Watch(20).HitShareOrNone);

        var seen = play.Do("set-cached", "cache", ("class", "users")).Pass(20).Watch(20);

        Assert.True(seen.HitShare > 0.9);
        // the other class's 20 a second, and hardly any of the 150
        Assert.InRange(Asked(play), 5, 50);
        Assert.InRange(Asked(play.Do("set-cached", "cache", ("class", "users"), ("on", "false")).Pass(3)), 120, 230);
        Assert.Equal(0, play.Failed);
    }

    /// <summary>
    /// Each of 50 keys is read 3 times a second, kept 2 s and changes every 10 s: of its life's hits, evenly spread, a share of
    /// half its life's share of the time between changes is overtaken; and of 1 + 3 × 2 reads 6 are hits.
    /// </summary>
    [Fact]
    public void CachingChangingDataGivesStaleAnswersAsOftenAsItChanges()
    {
        var play = new Play(Two(Estates.Seconds(10), ttl: 2)).Do("set-cached", "cache", ("class", "users")).Pass(10);

        var seen = play.Watch(120);

        Assert.InRange(seen.FailedOf("users") / (120.0 * 150), 0.077, 0.095);
        Assert.Equal(seen.FailedOf("users"), seen.Failed(Cause.Stale));
    }

    [Fact]
    public void APersonalAnswerIsWrongForEveryOtherUser()
    {
        var play = new Play(Two(changesNs: 0)).Do("set-cached", "cache", ("class", "users")).Pass(10);

        var seen = play.Watch(20);

        Assert.InRange(seen.Failed(Cause.Stale) / (20.0 * 150), 0.95, 1.05);
        Assert.Equal(0, play.Do("set-cached", "cache", ("class", "users"), ("on", "false")).Pass(2).Watch(20).Failures);
    }

    [Fact]
    public void AnEntryThatExpiresBeforeItIsTooOldIsNeverStale()
    {
        var scenario = Two(Estates.Seconds(10), ttl: 2).Asked(users => users with { StaleNs = Estates.Seconds(2) });

        Assert.Equal(0, new Play(scenario).Do("set-cached", "cache", ("class", "users")).Watch(60).Failures);
    }

    [Fact]
    public void TheEdgeCachesWhatItIsToldTo()
    {
        var scenario = Two(changesNs: -1);
        var play = new Play(scenario with
        {
            Cache = null,
            Edge = new EdgeSpec(new CacheSpec("edge", "", 1_000, Estates.Seconds(60), 200_000), 5_000_000, 10_000_000),
        });

        play.Do("set-cached", "edge", ("class", "users")).Pass(30);

        Assert.InRange(play.World.Last.BalancerTelemetry[0].Arrived, 8, 45);
    }

    [Fact]
    public void UnchangedOrImpossibleCachingIsRefused()
    {
        var scenario = Two(changesNs: -1);
        var play = new Play(scenario with
        {
            Classes = [.. scenario.Classes, scenario.Classes[0] with { Id = "order", WriteShare = 1 },
                scenario.Classes[0] with { Id = "ping", Db = null }],
        });
        Assert.Equal("class-unknown", play.World.Check(Command("nobody"))?.Code);

        play.Do("set-cached", "cache", ("class", "order")).Do("set-cached", "cache", ("class", "ping"))
            .Do("set-cached", "cache", ("class", "users"), ("on", "false"))
            .Do("set-cached", "cache", ("class", "users")).Do("set-cached", "cache", ("class", "users")).Pass(1);

        Assert.Equal(
            ["class-not-cacheable", "class-not-cacheable", "class-not-cached", "cache-class-on", "class-cached"], play.Codes);
    }

    private static Command Command(string users)
    {
        Assert.Null(ActionCatalogue.Check("set-cached", new Dictionary<string, string> { ["class"] = users }, out var args));
        return new Command("c", "ann", "set-cached", "cache", args);
    }

    /// <summary>Queries a second.</summary>
    private static int Asked(Play play) => play.World.Last.DatabaseTelemetry[0].Arrived;

    /// <summary>150 reads of 50 keys and 20 others a second; nothing is cached.</summary>
    private static Scenario Two(long changesNs, double ttl = 60)
    {
        var shop = Shop.Of(150).Asked(
            users => users with { App = Estates.Exp(4), Db = Estates.Exp(2), Keys = 50, StaleNs = 0, ChangesNs = changesNs });
        return shop with
        {
            Classes = [shop.Classes[0], shop.Classes[0] with { Id = "other", RatePerSecond = 20 }],
            Cache = new CacheSpec("cache", "rack-a", 1_000, Estates.Seconds(ttl), 200_000),
        };
    }
}
