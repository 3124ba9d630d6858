using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class UserRefusals
{
    public static RefusalCode ClassUnknown { get; } = new("class-unknown");

    public static RefusalCode FeatureOff { get; } = new("feature-off");

    public static RefusalCode FeatureOn { get; } = new("feature-on");

    public static RefusalCode FeatureUnknown { get; } = new("feature-unknown");

    public static RefusalCode SourceUnknown { get; } = new("source-unknown");
}
