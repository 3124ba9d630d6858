using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Sources;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class SourceRefusals
{
    public static RefusalCode Blocked { get; } = new("source-blocked");

    public static RefusalCode NotBlocked { get; } = new("source-not-blocked");
}
