using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues.Actions;

/// <summary>All messages that no worker has are thrown away: jobs that nobody will ever do.</summary>
internal sealed class PurgeQueue : QueueAction
{
    public override string Id => "purge-queue";

    public override ActionTopic Topic => ActionTopic.Traffic;

    /// <summary>What cannot be taken back stands last, before the looks.</summary>
    public override int Place => 999;

    internal override QueueState Act(QueueState state, QueueInput input, Command command, Ruling ruling)
    {
        if (input.Telemetry.Waiting == 0)
        {
            ruling.Refuse(command, QueueRefusals.Empty);
            return state;
        }

        ruling.Do(new PurgeMessages());
        ruling.Done(command, QueueEvents.Purged, Arguments.Show(input.Telemetry.Waiting));
        return state;
    }
}
