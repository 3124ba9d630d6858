using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>How long a call may take in the database; 0: forever.</summary>
internal sealed class SetStatementTimeout : DatabaseSetting
{
    public override string Id => "set-statement-timeout";

    public override int Place => 5;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Wait("seconds", 600, "10")];

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, DatabaseEvents.StatementTimeoutSet, command.Text("seconds"));
        return state with { StatementTimeoutNs = command.Duration("seconds") };
    }

    private protected override Args Present(DatabaseState state, Command command) =>
        Of(("seconds", Seconds(state.StatementTimeoutNs)));
}
