using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>How the pooler shares its connections, how many it has, and how many clients it takes.</summary>
internal sealed class SetPooler : DatabaseSetting
{
    public override string Id => "set-pooler";

    public override int Place => 3;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Choice("mode", "transaction", "session", "transaction"),
        Parameter.Count("connections", 1, Limits.Connections, "20"), Parameter.Count("clients", 1, 100_000, "100"),
        Parameter.Wait("timeout", 600, "120"),
    ];

    public override bool IsOffered(ISpecs specs) => specs.Spec<DatabaseSpec>()?.Pooler is not null;

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        if (state.Pooler is null)
        {
            ruling.Refuse(command, DatabaseRefusals.NoPooler);
            return state;
        }

        var mode = command.Text("mode");
        ruling.Done(
            command, DatabaseEvents.PoolerSet, mode,
            command.Text("connections"), command.Text("clients"), command.Text("timeout"));
        return state with
        {
            Pooler = new PoolerSpec(
                mode == "session" ? PoolerMode.Session : PoolerMode.Transaction, command.Number("connections"),
                command.Number("clients"), command.Duration("timeout")),
        };
    }

    private protected override bool Applies(DatabaseState state, IEstate estate) => state.Pooler is not null;

    private protected override Args? Present(DatabaseState state, Command command) => state.Pooler is { } pooler
        ? Of(
            ("mode", Name(pooler.Mode)), ("connections", Show(pooler.Connections)), ("clients", Show(pooler.Clients)),
            ("timeout", Seconds(pooler.TimeoutNs)))
        : null;
}
