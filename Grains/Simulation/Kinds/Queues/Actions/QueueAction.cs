using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues.Actions;

/// <summary>Something done to a queue.</summary>
public abstract class QueueAction : ActionOn<QueueState, QueueInput>
{
    public sealed override ComponentKind Target => QueueState.Kind;
}

/// <summary>Something set at a queue.</summary>
public abstract class QueueSetting : SettingOn<QueueState, QueueInput>
{
    public sealed override ComponentKind Target => QueueState.Kind;
}
