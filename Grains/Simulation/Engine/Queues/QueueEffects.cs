using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine.Queues;

/// <summary>After each of them there may be room, or a message for a worker.</summary>
internal abstract class QueueEffect<TDirective> : Effect<TDirective, QueueControls>
    where TDirective : Directive
{
    protected sealed override void Apply(TDirective directive, QueueControls queue)
    {
        Change(directive, queue);
        queue.Changed();
    }

    protected abstract void Change(TDirective directive, QueueControls queue);
}

internal sealed class SetQueueEffect : QueueEffect<SetQueue>
{
    protected override void Change(SetQueue set, QueueControls queue) => queue.Set(set);
}

internal sealed class PurgeMessagesEffect : QueueEffect<PurgeMessages>
{
    protected override void Change(PurgeMessages _, QueueControls queue) => queue.Backlog.Purge();
}

internal sealed class RedriveMessagesEffect : QueueEffect<RedriveMessages>
{
    protected override void Change(RedriveMessages redrive, QueueControls queue) => queue.Redrive.Begin(redrive.PerSecond);
}

internal sealed class BuryMessageEffect : QueueEffect<BuryMessage>
{
    protected override void Change(BuryMessage bury, QueueControls queue)
    {
        if (queue.Backlog.Find(bury.Oldest) is >= 0 and var found) queue.Backlog.Bury(found);
    }
}

internal sealed class PublishMessagesEffect : QueueEffect<PublishMessages>
{
    protected override void Change(PublishMessages publish, QueueControls queue) => queue.Publish(publish.Jobs, publish.Count);
}

internal sealed class PoisonMessagesEffect : QueueEffect<PoisonMessages>
{
    protected override void Change(PoisonMessages poison, QueueControls queue) => queue.Publishing.Poisoned += poison.Count;
}
