using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>How long it keeps a connection to a target that nobody uses; 0: this plays no part.</summary>
internal sealed class SetIdleTimeout : BalancerSetting
{
    public override string Id => "set-idle-timeout";

    public override int Place => 18;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Wait("seconds", 3600, "60")];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, BalancerEvents.IdleTimeoutSet, command.Text("seconds"));
        return state with { Forwarding = state.Forwarding with { IdleTimeoutNs = command.Duration("seconds") } };
    }

    private protected override Args Present(BalancerState state, Command command) =>
        Arguments.Of(("seconds", Arguments.Seconds(state.Forwarding.IdleTimeoutNs)));
}
