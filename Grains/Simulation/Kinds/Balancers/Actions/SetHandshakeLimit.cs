using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>New connections a second it takes, so that handshakes leave it some of its cores; 0: all.</summary>
internal sealed class SetHandshakeLimit : BalancerSetting
{
    public override string Id => "set-handshake-limit";

    public override int Place => 14;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Count("handshakes", 0, 1_000_000, "0").Unset("0")];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        if (!input.ShakesHands)
        {
            ruling.Refuse(command, BalancerRefusals.NoHandshakes);
            return state;
        }

        ruling.Do(new Balancers.SetHandshakeLimit(state.Id, command.Number("handshakes")));
        ruling.Done(command, BalancerEvents.HandshakeLimitSet, command.Text("handshakes"));
        return state with { HandshakeLimit = command.Number("handshakes") };
    }

    private protected override bool Applies(BalancerState state, IEstate estate) => BalancerRules.ShakesHands(state, estate);

    private protected override Args Present(BalancerState state, Command command) =>
        Arguments.Of(("handshakes", Arguments.Show(state.HandshakeLimit)));
}
