using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Hints;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class HintRefusals
{
    public static RefusalCode None { get; } = new("hint-none");

    public static RefusalCode NoneLeft { get; } = new("hint-none-left");

    public static RefusalCode NotYet { get; } = new("hint-not-yet");
}
