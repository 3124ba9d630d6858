using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>Requests a target has at once; the others wait at the balancer, so many and so long. 0: no limit.</summary>
internal sealed class SetConnectionLimit : BalancerSetting
{
    public override string Id => "set-connection-limit";

    public override int Place => 9;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Count("connections", 0, 100_000, "0").Unset("0"), Parameter.Count("queue", 0, Limits.Queue, "1000"),
        Parameter.Wait("timeout", 600, "5"),
    ];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        ruling.Done(
            command, BalancerEvents.ConnectionLimitSet,
            command.Text("connections"), command.Text("queue"), command.Text("timeout"));
        return state with
        {
            Limits = state.Limits with
            {
                Connections = command.Number("connections"),
                Queue = command.Number("queue"),
                QueueTimeoutNs = command.Duration("timeout"),
            },
        };
    }

    private protected override Args Present(BalancerState state, Command command) => Of(
        ("connections", Show(state.Limits.Connections)), ("queue", Show(state.Limits.Queue)),
        ("timeout", Seconds(state.Limits.QueueTimeoutNs)));
}
