using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>How the next target is chosen.</summary>
internal sealed class SetAlgorithm : BalancerSetting
{
    public override string Id => "set-algorithm";

    public override int Place => 3;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Choice("algorithm", "least-outstanding", "round-robin", "least-outstanding", "random", "two-choices")];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var algorithm = command.Text("algorithm") switch
        {
            "round-robin" => Algorithm.RoundRobin,
            "random" => Algorithm.Random,
            "two-choices" => Algorithm.TwoChoices,
            _ => Algorithm.LeastOutstanding,
        };
        ruling.Do(new Balancers.SetAlgorithm(state.Id, algorithm));
        ruling.Done(command, BalancerEvents.AlgorithmSet, command.Text("algorithm"));
        return state with { Algorithm = algorithm };
    }

    private protected override Args Present(BalancerState state, Command command) =>
        Arguments.Of(("algorithm", Arguments.Name(state.Algorithm)));
}
