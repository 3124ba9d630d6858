namespace OpsGame.Simulation.Ticks;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class CommandRefusals
{
    public static RefusalCode ActionUnknown { get; } = new("action-unknown");

    public static RefusalCode ComponentUnknown { get; } = new("component-unknown");

    public static RefusalCode ParameterMissing { get; } = new("parameter-missing");

    public static RefusalCode ParameterNotAChoice { get; } = new("parameter-not-a-choice");

    public static RefusalCode ParameterNotANumber { get; } = new("parameter-not-a-number");

    public static RefusalCode ParameterNotWhole { get; } = new("parameter-not-whole");

    public static RefusalCode ParameterOutOfRange { get; } = new("parameter-out-of-range");

    public static RefusalCode ParameterTooSmall { get; } = new("parameter-too-small");

    public static RefusalCode ParameterUnknown { get; } = new("parameter-unknown");

    public static RefusalCode TargetUnknown { get; } = new("target-unknown");

    public static RefusalCode TextControlCharacter { get; } = new("text-control-character");

    public static RefusalCode TextTooLong { get; } = new("text-too-long");
}
