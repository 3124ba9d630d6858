using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues.Actions;

/// <summary>Something done to a queue.</summary>
public abstract class QueueAction : ActionOn<QueueState, QueueInput>
{
    public sealed override ComponentKind Target => ComponentKind.Queue;
}

/// <summary>Something set at a queue.</summary>
public abstract class QueueSetting : SettingOn<QueueState, QueueInput>
{
    public sealed override ComponentKind Target => ComponentKind.Queue;
}
