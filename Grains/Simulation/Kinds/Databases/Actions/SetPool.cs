using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>Connections an application process keeps; 0: none, every call opens its own.</summary>
internal sealed class SetPool : DatabaseSetting
{
    public override string Id => "set-pool";

    public override int Place => 2;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Count("connections", 0, Limits.Connections, "10"),
    ];

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, DatabaseEvents.PoolSet, command.Text("connections"));
        return state with { PoolSize = command.Number("connections") };
    }

    private protected override Args Present(DatabaseState state, Command command) =>
        Of(("connections", Show(state.PoolSize)));
}
