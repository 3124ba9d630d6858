using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>How long it waits for a target's answer before it answers 504; 0: as long as it takes.</summary>
internal sealed class SetResponseTimeout : BalancerSetting
{
    public override string Id => "set-response-timeout";

    public override int Place => 17;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Wait("seconds", 600, "10")];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, BalancerEvents.ResponseTimeoutSet, command.Text("seconds"));
        return state with { Forwarding = state.Forwarding with { ResponseTimeoutNs = command.Duration("seconds") } };
    }

    private protected override Args Present(BalancerState state, Command command) =>
        Arguments.Of(("seconds", Arguments.Seconds(state.Forwarding.ResponseTimeoutNs)));
}
