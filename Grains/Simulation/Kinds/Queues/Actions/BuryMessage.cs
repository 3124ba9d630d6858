using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues.Actions;

/// <summary>One message that no worker has is moved aside, to the dead letters.</summary>
internal sealed class BuryMessage : QueueAction
{
    public override string Id => "bury-message";

    public override int Place => 5;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Choice("which", "most-tried", "most-tried", "oldest")];

    internal override QueueState Act(QueueState state, QueueInput input, Command command, Ruling ruling)
    {
        if (input.Telemetry.Waiting == 0)
        {
            ruling.Refuse(command, QueueRefusals.Empty);
            return state;
        }

        ruling.Do(new Queues.BuryMessage(command.Text("which") == "oldest"));
        ruling.Done(command, QueueEvents.MessageBuried, command.Text("which"));
        return state;
    }
}
