using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>What is told of: codes of their texts.</summary>
public static class WorldEvents
{
    public static EventCode FoundNothing { get; } = new("found-nothing");
}
