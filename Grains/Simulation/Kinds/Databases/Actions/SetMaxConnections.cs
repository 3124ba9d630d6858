using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>Connections it takes; beyond them it refuses at once.</summary>
internal sealed class SetMaxConnections : DatabaseSetting
{
    public override string Id => "set-max-connections";

    public override int Place => 1;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Count("connections", 1, Limits.Connections, "100"),
    ];

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, DatabaseEvents.ConnectionsSet, command.Text("connections"));
        return state with { MaxConnections = command.Number("connections") };
    }

    private protected override Args Present(DatabaseState state, Command command) =>
        Of(("connections", Show(state.MaxConnections)));
}
