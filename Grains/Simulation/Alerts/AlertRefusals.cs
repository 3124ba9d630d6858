using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Alerts;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class AlertRefusals
{
    public static RefusalCode AcknowledgedAlready { get; } = new("alert-acknowledged-already");

    public static RefusalCode Gone { get; } = new("alert-gone");
}
