using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>The deregistration delay of targets that are detached from now on.</summary>
internal sealed class SetDrainTime : BalancerSetting
{
    public override string Id => "set-drain-time";

    public override int Place => 7;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Duration("seconds", 0, 3600, "300")];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, BalancerEvents.DrainTimeSet, command.Text("seconds"));
        return state with { DrainNs = command.Duration("seconds") };
    }

    private protected override Args Present(BalancerState state, Command command) =>
        Arguments.Of(("seconds", Arguments.Seconds(state.DrainNs)));
}
