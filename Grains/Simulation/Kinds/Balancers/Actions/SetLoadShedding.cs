using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>From so many outstanding requests on it turns the least important away; 0: never.</summary>
internal sealed class SetLoadShedding : BalancerSetting
{
    public override string Id => "set-load-shedding";

    public override int Place => 10;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Count("outstanding", 0, Limits.PendingRequests, "0").Unset("0")];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, BalancerEvents.LoadSheddingSet, command.Text("outstanding"));
        return state with { Limits = state.Limits with { Shed = command.Number("outstanding") } };
    }

    private protected override Args Present(BalancerState state, Command command) =>
        Arguments.Of(("outstanding", Arguments.Show(state.Limits.Shed)));
}
