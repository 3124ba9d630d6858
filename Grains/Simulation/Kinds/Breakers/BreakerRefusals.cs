using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Breakers;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class BreakerRefusals
{
    public static RefusalCode WindowShort { get; } = new("breaker-window-short");
}
