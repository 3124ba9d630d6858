using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>
/// How long what servers say of themselves takes to the balancer, or that it does not listen: then its own check alone decides.
/// </summary>
internal sealed class SetEndpointLag : BalancerSetting
{
    public override string Id => "set-endpoint-lag";

    public override int Place => 24;

    public override ActionTopic Topic => ActionTopic.Checks;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Flag("on", "true"), Parameter.Duration("seconds", 0, 60, "0").When("on", "true"),
    ];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        if (command.Flag("on"))
        {
            ruling.Done(command, BalancerEvents.EndpointLagSet, command.Text("seconds"));
            return state with { EndpointLagNs = command.Duration("seconds") };
        }

        ruling.Done(command, BalancerEvents.EndpointLagOff);
        return state with
        {
            EndpointLagNs = BalancerState.Deaf,
            Targets = [.. state.Targets.Select(target => target with { Ready = true, NewsNs = 0 })],
        };
    }

    private protected override Args Present(BalancerState state, Command command)
    {
        var on = state.EndpointLagNs != BalancerState.Deaf;
        return Arguments.Of(
            ("on", Arguments.Show(on)),
            ("seconds", on ? Arguments.Seconds(state.EndpointLagNs) : command.TextOr("seconds", "0")));
    }
}
