using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Queues.Actions;

/// <summary>The visibility timeout: how long a worker has for what it takes before somebody else gets it too.</summary>
internal sealed class SetVisibility : QueueSetting
{
    public override string Id => "set-visibility";

    public override int Place => 2;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Duration("visibility", 0.1, 3600, "30")];

    internal override QueueState Act(QueueState state, QueueInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, QueueEvents.VisibilitySet, command.Text("visibility"));
        return state with { VisibilityNs = command.Duration("visibility") };
    }

    private protected override Args Present(QueueState state, Command command) =>
        Of(("visibility", Seconds(state.VisibilityNs)));
}
