using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>Whether a request that failed at one target is tried at the next, after what, and how often at most.</summary>
internal sealed class SetRetries : BalancerSetting
{
    public override string Id => "set-retries";

    public override int Place => 16;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Count("attempts", 1, 10, "2").Unset("1"), Parameter.Flag("timeouts", "true"),
        Parameter.Flag("answers", "false"),
        Parameter.Flag("writes", "false"), Parameter.Number("budget", 0, 1, "0.2").Unset("0", 0.01),
    ];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, BalancerEvents.RetriesSet, command.Text("attempts"), command.Text("budget"));
        return state with
        {
            Forwarding = state.Forwarding with
            {
                Retry = state.Forwarding.Retry with
                {
                    Attempts = command.Number("attempts"),
                    ResponseTimeout = command.Flag("timeouts"),
                    Errors = command.Flag("answers"),
                    Writes = command.Flag("writes"),
                    Budget = command.Real("budget"),
                },
            },
        };
    }

    private protected override Args Present(BalancerState state, Command command)
    {
        var retry = state.Forwarding.Retry;
        return Of(
            ("attempts", Show(retry.Attempts)), ("timeouts", Show(retry.ResponseTimeout)), ("answers", Show(retry.Errors)),
            ("writes", Show(retry.Writes)), ("budget", Show(retry.Budget)));
    }
}
