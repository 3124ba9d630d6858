using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues.Actions;

/// <summary>Workers get messages again.</summary>
internal sealed class ResumeQueue : QueueAction
{
    public override string Id => "resume-queue";

    public override int Place => 1;

    public override ActionTopic Topic => ActionTopic.Run;

    internal override QueueState Act(QueueState state, QueueInput input, Command command, Ruling ruling)
    {
        if (!state.Paused)
        {
            ruling.Refuse(command, QueueRefusals.NotPaused);
            return state;
        }

        ruling.Done(command, QueueEvents.Resumed);
        return state with { Paused = false };
    }

    private protected override bool Applies(QueueState state, IEstate estate) => state.Paused;

    private protected override Undo? Undo(Command command, QueueState before, QueueState after) => Opposite<PauseQueue>(command);
}
