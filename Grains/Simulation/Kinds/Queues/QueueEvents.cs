using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues;

/// <summary>What is told of: codes of their texts.</summary>
public static class QueueEvents
{
    public static EventCode BatchSet { get; } = new("batch-set");

    public static EventCode DiskIsFull { get; } = new("queue-disk-is-full");

    public static EventCode HasRoom { get; } = new("queue-has-room");

    public static EventCode MessageBuried { get; } = new("message-buried");

    public static EventCode Paused { get; } = new("queue-paused");

    public static EventCode Purged { get; } = new("queue-purged");

    public static EventCode Redrives { get; } = new("queue-redrives");

    public static EventCode Resumed { get; } = new("queue-resumed");

    public static EventCode VisibilitySet { get; } = new("visibility-set");
}
