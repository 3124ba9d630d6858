using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class WorldRefusals
{
    public static RefusalCode AccessLogNone { get; } = new("access-log-none");

    public static RefusalCode ActionWrongTarget { get; } = new("action-wrong-target");

    public static RefusalCode LookBrokenOff { get; } = new("look-broken-off");

    public static RefusalCode LookUnderWay { get; } = new("look-under-way");

    public static RefusalCode ServerNotReachable { get; } = new("server-not-reachable");

    public static RefusalCode UndoOvertaken { get; } = new("undo-overtaken");

    public static RefusalCode UndoUnknown { get; } = new("undo-unknown");
}
