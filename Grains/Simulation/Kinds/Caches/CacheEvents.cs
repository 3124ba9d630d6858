using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches;

/// <summary>What is told of: codes of their texts.</summary>
public static class CacheEvents
{
    public static EventCode ClassOff { get; } = new("cache-class-off");

    public static EventCode ClassOn { get; } = new("cache-class-on");

    public static EventCode Flushed { get; } = new("cache-flushed");

    public static EventCode InvalidationOff { get; } = new("cache-invalidation-off");

    public static EventCode InvalidationOn { get; } = new("cache-invalidation-on");

    public static EventCode JitterSet { get; } = new("cache-jitter-set");

    public static EventCode Ready { get; } = new("cache-ready");

    public static EventCode Removed { get; } = new("cache-removed");

    public static EventCode Resized { get; } = new("cache-resized");

    public static EventCode Revalidates { get; } = new("cache-revalidates");

    public static EventCode RevalidatesNot { get; } = new("cache-revalidates-not");

    public static EventCode SingleFlightOff { get; } = new("cache-single-flight-off");

    public static EventCode SingleFlightOn { get; } = new("cache-single-flight-on");

    public static EventCode TtlSet { get; } = new("cache-ttl-set");

    public static EventCode Warmed { get; } = new("cache-warmed");

    public static EventCode WarmingStopped { get; } = new("cache-warming-stopped");

    public static EventCode Warms { get; } = new("cache-warms");
}
