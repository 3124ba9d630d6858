using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>How many failures of its requests leave a target out, and for how long; 0: none do.</summary>
internal sealed class SetPassiveEjection : BalancerSetting
{
    public override string Id => "set-passive-ejection";

    public override int Place => 19;

    public override ActionTopic Topic => ActionTopic.Checks;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Count("failures", 0, 1_000, "5").Unset("0"), Parameter.Duration("within", 0, 3600, "0").Unset("0", 1),
        Parameter.Duration("out", 1, 3600, "30"), Parameter.Number("most", 0, 1, "0.5"), Parameter.Flag("answers", "true"),
    ];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, BalancerEvents.PassiveEjectionSet, command.Text("failures"), command.Text("out"));
        var ejection = state.Forwarding.Ejection;
        return state with
        {
            Forwarding = state.Forwarding with
            {
                Ejection = ejection with
                {
                    Failures = command.Number("failures"),
                    WithinNs = command.Duration("within"),
                    BaseNs = command.Duration("out"),
                    MostNs = Math.Max(ejection.MostNs, command.Duration("out")),
                    Share = command.Real("most"),
                    Errors = command.Flag("answers"),
                },
            },
        };
    }

    private protected override Args Present(BalancerState state, Command command)
    {
        var ejection = state.Forwarding.Ejection;
        return Of(
            ("failures", Show(ejection.Failures)), ("within", Seconds(ejection.WithinNs)), ("out", Seconds(ejection.BaseNs)),
            ("most", Show(ejection.Share)), ("answers", Show(ejection.Errors)));
    }
}
