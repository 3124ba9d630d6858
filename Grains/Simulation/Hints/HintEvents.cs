using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Hints;

/// <summary>What is told of: codes of their texts.</summary>
public static class HintEvents
{
    public static EventCode Taken { get; } = new("hint-taken");
}
