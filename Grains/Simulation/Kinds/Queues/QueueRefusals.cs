using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class QueueRefusals
{
    public static RefusalCode Empty { get; } = new("queue-empty");

    public static RefusalCode NoDeadLetters { get; } = new("no-dead-letters");

    public static RefusalCode NotPaused { get; } = new("queue-not-paused");

    public static RefusalCode PausedAlready { get; } = new("queue-paused-already");
}
