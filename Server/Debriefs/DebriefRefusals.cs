using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Debriefs;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class DebriefRefusals
{
    public static RefusalCode Early { get; } = new("debrief-early");

    public static RefusalCode None { get; } = new("debrief-none");

    public static RefusalCode Sandbox { get; } = new("debrief-sandbox");
}
