using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Lab;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class LabRefusals
{
    public static RefusalCode AlreadySubmitted { get; } = new("already-submitted");

    public static RefusalCode EvaluationUnfinished { get; } = new("evaluation-unfinished");

    public static RefusalCode Full { get; } = new("lab-full");

    public static RefusalCode FullForYou { get; } = new("lab-full-for-you");

    public static RefusalCode NotYours { get; } = new("not-yours");
}
