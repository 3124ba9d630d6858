using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>A target's share of the requests, beside the others' weights.</summary>
internal sealed class SetWeight : BalancerSetting
{
    public override string Id => "set-weight";

    public override int Place => 6;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("server", ServerParameters.Server).Where<BalancerState>((state, server) => state.Lists(server)),
        Parameter.Count("weight", 0, 256, "1"),
    ];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var id = command.Text("server");
        var index = BalancerRules.IndexOf(state, id);
        if (index < 0)
        {
            ruling.Refuse(command, BalancerRefusals.TargetNotAttached, id);
            return state;
        }

        ruling.Do(new Balancers.SetWeight(state.Id, id, command.Number("weight")));
        // a rollout sets many at once and tells what they come to: a share of the traffic
        if (command.Id.Length > 0) ruling.Done(command, BalancerEvents.WeightSet, id, command.Text("weight"));
        return BalancerRules.Replace(state, state.Targets[index] with { Weight = command.Number("weight") });
    }

    private protected override Args? Present(BalancerState state, Command command)
    {
        var target = state.Targets.FirstOrDefault(target => target.Server == command.TextOr("server", ""));
        return target is null ? null : Of(("server", target.Server), ("weight", Show(target.Weight)));
    }
}
