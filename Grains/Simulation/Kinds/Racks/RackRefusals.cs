using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class RackRefusals
{
    public static RefusalCode CacheExists { get; } = new("cache-exists");

    public static RefusalCode Dark { get; } = new("rack-dark");

    public static RefusalCode EstateFull { get; } = new("estate-full");

    public static RefusalCode Full { get; } = new("rack-full");

    public static RefusalCode NoTemplate { get; } = new("no-template");

    public static RefusalCode NothingCacheable { get; } = new("nothing-cacheable");

    public static RefusalCode ReplicasFull { get; } = new("replicas-full");

    public static RefusalCode ServerThere { get; } = new("server-there");

    public static RefusalCode Unknown { get; } = new("rack-unknown");
}
