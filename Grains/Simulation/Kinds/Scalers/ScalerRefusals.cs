using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Scalers;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class ScalerRefusals
{
    public static RefusalCode ScalingBelowAbove { get; } = new("scaling-below-above");

    public static RefusalCode ScalingMinAboveMax { get; } = new("scaling-min-above-max");

    public static RefusalCode ScalingRateMissing { get; } = new("scaling-rate-missing");

    public static RefusalCode ScalingScheduleMissing { get; } = new("scaling-schedule-missing");

    public static RefusalCode ScheduleBeyondDrill { get; } = new("schedule-beyond-drill");

    public static RefusalCode ScheduleNotInOrder { get; } = new("schedule-not-in-order");

    public static RefusalCode ScheduleTooLong { get; } = new("schedule-too-long");

    public static RefusalCode ScheduleUnreadable { get; } = new("schedule-unreadable");
}
