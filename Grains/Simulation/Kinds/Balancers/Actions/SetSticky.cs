using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>Whether a browser's requests stay at one server, and how long a cookie is good after it was used.</summary>
internal sealed class SetSticky : BalancerSetting
{
    public override string Id => "set-sticky";

    public override int Place => 21;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Choice("sticky", "none", "none", "cookie", "address"),
        Parameter.Duration("seconds", 1, 604_800, "86400").When("sticky", "cookie"),
    ];

    /// <summary>Only browsers have cookies and addresses.</summary>
    public override bool IsOffered(ISpecs specs) => specs.Specs<Users.ClassSpec>().Any(users => users.Clients > 0);

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var sticky = command.Text("sticky") switch
        {
            "cookie" => Stickiness.Cookie,
            "address" => Stickiness.Address,
            _ => Stickiness.None,
        };
        var code = sticky == Stickiness.Cookie ? BalancerEvents.StickyCookie
            : sticky == Stickiness.Address ? BalancerEvents.StickyAddress
            : BalancerEvents.StickyNone;
        ruling.Done(command, code, command.Text("seconds"));
        return state with { Forwarding = state.Forwarding with { Sticky = sticky, StickyNs = command.Duration("seconds") } };
    }

    private protected override Args Present(BalancerState state, Command command) =>
        Of(("sticky", Name(state.Forwarding.Sticky)), ("seconds", Seconds(state.Forwarding.StickyNs)));
}
