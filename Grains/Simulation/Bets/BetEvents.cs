using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Bets;

/// <summary>What is told of: codes of their texts.</summary>
public static class BetEvents
{
    public static EventCode Decided { get; } = new("bet-decided");

    public static EventCode Opened { get; } = new("bet-opened");

    public static EventCode Placed { get; } = new("bet-placed");
}
