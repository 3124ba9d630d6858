using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Sources;

/// <summary>What is told of: codes of their texts.</summary>
public static class SourceEvents
{
    public static EventCode BlockLifted { get; } = new("source-block-lifted");

    public static EventCode BlockSet { get; } = new("source-block-set");
}
