using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Queues.Actions;

/// <summary>Messages a worker's thread takes at once: one delivery for all, and all wait for the first.</summary>
internal sealed class SetBatch : QueueSetting
{
    public override string Id => "set-batch";

    public override int Place => 3;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Count("batch", 1, 100, "1")];

    internal override QueueState Act(QueueState state, QueueInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, QueueEvents.BatchSet, command.Text("batch"));
        return state with { Batch = command.Number("batch") };
    }

    private protected override Args Present(QueueState state, Command command) => Of(("batch", Show(state.Batch)));
}
