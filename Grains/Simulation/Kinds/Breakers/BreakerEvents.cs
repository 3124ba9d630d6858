using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Breakers;

/// <summary>What is told of: codes of their texts.</summary>
public static class BreakerEvents
{
    public static EventCode AppBreakerOff { get; } = new("app-breaker-off");

    public static EventCode AppBreakerSet { get; } = new("app-breaker-set");

    public static EventCode Off { get; } = new("breaker-off");

    public static EventCode Set { get; } = new("breaker-set");
}
