using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues.Actions;

/// <summary>Dead letters go back into the queue, so many a second, or all at once.</summary>
internal sealed class RedriveQueue : QueueAction
{
    public override string Id => "redrive-queue";

    public override int Place => 4;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Count("rate", 0, 10_000, "10").Unset("0")];

    internal override QueueState Act(QueueState state, QueueInput input, Command command, Ruling ruling)
    {
        if (input.Telemetry.Dead == 0)
        {
            ruling.Refuse(command, QueueRefusals.NoDeadLetters);
            return state;
        }

        ruling.Do(new RedriveMessages(command.Number("rate")));
        ruling.Done(command, QueueEvents.Redrives, Arguments.Show(input.Telemetry.Dead), command.Text("rate"));
        return state;
    }
}
