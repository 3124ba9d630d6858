using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues.Actions;

/// <summary>Workers get no more messages; what they have they do.</summary>
internal sealed class PauseQueue : QueueAction
{
    public override string Id => "pause-queue";

    public override int Place => 1;

    public override ActionTopic Topic => ActionTopic.Run;

    internal override QueueState Act(QueueState state, QueueInput input, Command command, Ruling ruling)
    {
        if (state.Paused)
        {
            ruling.Refuse(command, QueueRefusals.PausedAlready);
            return state;
        }

        ruling.Done(command, QueueEvents.Paused);
        return state with { Paused = true };
    }

    private protected override bool Applies(QueueState state, IEstate estate) => !state.Paused;

    private protected override Undo? Undo(Command command, QueueState before, QueueState after) => Opposite<ResumeQueue>(command);
}
