using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>What it does when none of its targets is healthy, and from how few on it trusts its checks no longer.</summary>
internal sealed class SetWhenNoneHealthy : BalancerSetting
{
    public override string Id => "set-when-none-healthy";

    public override int Place => 20;

    public override ActionTopic Topic => ActionTopic.Checks;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Choice("then", "fail-open", "fail-open", "refuse"),
        Parameter.Number("panic", 0, 1, "0").When("then", "fail-open"),
    ];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var refuses = command.Text("then") == "refuse";
        var code = refuses ? BalancerEvents.WhenNoneHealthyRefuse : BalancerEvents.WhenNoneHealthyFailOpen;
        ruling.Done(command, code, command.Text("panic"));
        return state with
        {
            WhenNoneHealthy = refuses ? WhenNoneHealthy.Refuse : WhenNoneHealthy.FailOpen,
            Panic = command.Real("panic"),
        };
    }

    private protected override Args Present(BalancerState state, Command command) =>
        Of(("then", Name(state.WhenNoneHealthy)), ("panic", Show(state.Panic)));
}
