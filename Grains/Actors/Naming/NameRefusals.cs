using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Naming;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class NameRefusals
{
    public static RefusalCode Empty { get; } = new("name-empty");

    public static RefusalCode Invalid { get; } = new("name-invalid");

    public static RefusalCode Reserved { get; } = new("name-reserved");

    public static RefusalCode TooLong { get; } = new("name-too-long");
}
