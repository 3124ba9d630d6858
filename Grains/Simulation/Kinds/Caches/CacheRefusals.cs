using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class CacheRefusals
{
    public static RefusalCode CachesNothing { get; } = new("cache-caches-nothing");

    public static RefusalCode ClassCached { get; } = new("class-cached");

    public static RefusalCode ClassNotCacheable { get; } = new("class-not-cacheable");

    public static RefusalCode ClassNotCached { get; } = new("class-not-cached");

    public static RefusalCode EdgeStays { get; } = new("edge-stays");

    public static RefusalCode NoRoom { get; } = new("cache-no-room");

    public static RefusalCode NotWarming { get; } = new("cache-not-warming");

    public static RefusalCode Starting { get; } = new("cache-starting");

    public static RefusalCode Warming { get; } = new("cache-warming");
}
