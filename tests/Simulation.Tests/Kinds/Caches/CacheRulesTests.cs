using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Caches;

public class CacheRulesTests
{
    private static readonly CacheState Cache = Acting.World().Caches.First(cache => cache.Id == "cache");

    [Fact]
    public void TheCacheAndTheEdgeAreCaches()
    {
        var world = Acting.World();
        Assert.All(["cache", "edge"], id => Assert.Equal(CacheState.Kind, world.KindOf(id)));
        Assert.Contains("flush-cache", Acting.ActionsOn(CacheState.Kind));
    }

    [Fact]
    public void AChangedPolicyReachesTheEngineWhole()
    {
        var outcome = Tick(Cache, Acting.Of("set-ttl", "cache", ("seconds", "5")));
        Assert.Equal(Cache with { TtlNs = Estates.Seconds(5) }, outcome.State);
        var set = Assert.IsType<SetCache>(Assert.Single(outcome.Directives));
        Assert.Equal((Cache.Capacity, Estates.Seconds(5), Cache.Jitter), (set.Capacity, set.TtlNs, set.Jitter));
    }

    [Fact]
    public void HowLongAnExpiredEntryIsServedReachesTheEngine()
    {
        var outcome = Tick(Cache, Acting.Of("set-stale-while-revalidate", "cache", ("seconds", "30")));
        Assert.Equal(Cache with { RevalidateNs = Estates.Seconds(30) }, outcome.State);
        Assert.Equal("cache-revalidates", Assert.Single(outcome.Events).Code);
        Assert.Equal(Estates.Seconds(30), Assert.IsType<SetCache>(Assert.Single(outcome.Directives)).RevalidateNs);
        Assert.Equal(
            "cache-revalidates-not",
            Assert.Single(Tick(outcome.State, Acting.Of("set-stale-while-revalidate", "cache", ("seconds", "0"))).Events).Code);
    }

    [Fact]
    public void FlushingDropsTheEntriesAndKeepsThePolicy()
    {
        var outcome = Tick(Cache, Acting.Of("flush-cache", "cache"));
        Assert.Equal(Cache, outcome.State);
        Assert.Equal([new FlushCache("cache")], outcome.Directives);
    }

    [Fact]
    public void ANewCacheServesWhenItIsReadyAndNotBefore()
    {
        var starting = Cache with { ReadyNs = Estates.Seconds(5) };
        Assert.Empty(Tick(starting, seconds: 4.75).Directives);

        var ready = Tick(starting, seconds: 5);
        Assert.Equal((Cache, "cache-ready"), (ready.State, Assert.Single(ready.Events).Code));
        Assert.Equal([new ServeCache("cache")], ready.Directives);
    }

    [Fact]
    public void ARemovedCacheTakesNoMoreCommandsInItsLastTick()
    {
        var outcome = Tick(Cache, Acting.Of("remove-cache", "cache"), Acting.Of("set-ttl", "cache", ("seconds", "5")));
        Assert.Equal(["cache-removed", "target-unknown"], outcome.Events.Select(told => told.Code));
        Assert.Equal(Cache with { Leaving = true }, outcome.State);
    }

    [Fact]
    public void TheEdgeCannotBeRemoved()
    {
        var outcome = CacheRules.Tick(Cache, Input(1, Acting.Of("remove-cache", "cache")) with { IsEdge = true });
        Assert.Equal((Cache, "edge-stays"), (outcome.State, Assert.Single(outcome.Events).Code));
    }

    private static Outcome<CacheState> Tick(CacheState state, params Command[] commands) =>
        CacheRules.Tick(state, Input(1, commands));

    private static Outcome<CacheState> Tick(CacheState state, double seconds) => CacheRules.Tick(state, Input(seconds));

    private static CacheInput Input(double seconds, params Command[] commands) => new(
        Cache.Id, Estates.Seconds(seconds), [.. commands], new CacheTelemetry(Cache.Id, 0, 0, 0, 0), Cache.Cached);
}
