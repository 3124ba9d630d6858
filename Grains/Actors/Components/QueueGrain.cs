using OpsGame.Simulation.Kinds.Queues;
using Orleans.Placement;

namespace OpsGame.Grains.Components;

/// <summary>A queue: who gets its messages, and for how long.</summary>
public interface IQueueGrain : IComponentGrain<QueueState, QueueInput>;

[PreferLocalPlacement]
public sealed class QueueGrain() : ComponentGrain<QueueState, QueueInput>(QueueRules.Tick), IQueueGrain;
