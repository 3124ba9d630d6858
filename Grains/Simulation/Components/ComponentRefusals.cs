using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class ComponentRefusals
{
    public static RefusalCode AddressUnknown { get; } = new("address-unknown");
}
