using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>How targets are probed, and how many probes change a verdict.</summary>
internal sealed class SetHealthCheck : BalancerSetting
{
    public override string Id => "set-health-check";

    public override int Place => 4;

    public override ActionTopic Topic => ActionTopic.Checks;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Choice("path", "shallow", "shallow", "deep"), Parameter.Duration("interval", 1, 300, "10"),
        Parameter.Duration("timeout", 0.25, 60, "2"), Parameter.Count("unhealthyAfter", 1, 10, "2"),
        Parameter.Count("healthyAfter", 1, 10, "2"),
    ];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var check = new HealthCheck(
            command.Text("path") == "deep" ? CheckPath.Deep : CheckPath.Shallow, command.Duration("interval"),
            command.Duration("timeout"), command.Number("unhealthyAfter"), command.Number("healthyAfter"));
        if (!check.EndsInTime)
        {
            ruling.Refuse(command, ServerRefusals.CheckTimeoutTooLong, command.Text("timeout"), command.Text("interval"));
            return state;
        }

        ruling.Done(
            command, BalancerEvents.HealthCheckSet, command.Text("path"), command.Text("interval"), command.Text("timeout"));
        var latest = input.NowNs + check.IntervalNs;
        return state with
        {
            Check = check,
            Targets = [.. state.Targets.Select(target => target with { NextProbeNs = Math.Min(target.NextProbeNs, latest) })],
        };
    }

    private protected override Args Present(BalancerState state, Command command) => Of(
        ("path", Name(state.Check.Path)), ("interval", Seconds(state.Check.IntervalNs)),
        ("timeout", Seconds(state.Check.TimeoutNs)),
        ("unhealthyAfter", Show(state.Check.UnhealthyAfter)), ("healthyAfter", Show(state.Check.HealthyAfter)));
}
