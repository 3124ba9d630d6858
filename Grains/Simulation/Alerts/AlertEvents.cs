using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Alerts;

/// <summary>What is told of: codes of their texts.</summary>
public static class AlertEvents
{
    public static EventCode Acknowledged { get; } = new("alert-acknowledged");
}
