using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>How long a new target's share grows before it is a full one; 0: it is one at once.</summary>
internal sealed class SetSlowStart : BalancerSetting
{
    public override string Id => "set-slow-start";

    public override int Place => 8;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Duration("seconds", 0, 900, "0")];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, BalancerEvents.SlowStartSet, command.Text("seconds"));
        return state with { Limits = state.Limits with { SlowStartNs = command.Duration("seconds") } };
    }

    private protected override Args Present(BalancerState state, Command command) =>
        Arguments.Of(("seconds", Arguments.Seconds(state.Limits.SlowStartNs)));
}
