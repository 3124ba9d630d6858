using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>Requests a second it lets through; 0: all.</summary>
internal sealed class SetRateLimit : BalancerSetting
{
    public override string Id => "set-rate-limit";

    public override int Place => 5;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Count("limit", 0, 1_000_000, "0").Unset("0")];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        ruling.Do(new Balancers.SetRateLimit(state.Id, command.Number("limit")));
        ruling.Done(command, BalancerEvents.RateLimitSet, command.Text("limit"));
        return state with { RateLimit = command.Number("limit") };
    }

    private protected override Args Present(BalancerState state, Command command) =>
        Arguments.Of(("limit", Arguments.Show(state.RateLimit)));
}
