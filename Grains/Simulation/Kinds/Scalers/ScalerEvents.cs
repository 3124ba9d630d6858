using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Scalers;

/// <summary>What is told of: codes of their texts.</summary>
public static class ScalerEvents
{
    public static EventCode NoRoom { get; } = new("scaler-no-room");

    public static EventCode Replaces { get; } = new("scaler-replaces");

    public static EventCode ScalesIn { get; } = new("scaler-scales-in");

    public static EventCode ScalesOut { get; } = new("scaler-scales-out");

    public static EventCode ScalingBehaviorOff { get; } = new("scaling-behavior-off");

    public static EventCode ScalingBehaviorSet { get; } = new("scaling-behavior-set");

    public static EventCode ScalingScheduled { get; } = new("scaling-scheduled");

    public static EventCode ScalingSet { get; } = new("scaling-set");
}
