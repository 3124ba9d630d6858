using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Bets;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class BetRefusals
{
    public static RefusalCode AnswerUnknown { get; } = new("bet-answer-unknown");

    public static RefusalCode Closed { get; } = new("bet-closed");

    public static RefusalCode None { get; } = new("bet-none");

    public static RefusalCode NotYet { get; } = new("bet-not-yet");
}
