using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>How long a call waits for a pooled connection; 0: forever.</summary>
internal sealed class SetPoolTimeout : DatabaseSetting
{
    public override string Id => "set-pool-timeout";

    public override int Place => 3;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Wait("seconds", 600, "5")];

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, DatabaseEvents.PoolTimeoutSet, command.Text("seconds"));
        return state with { PoolTimeoutNs = command.Duration("seconds") };
    }

    private protected override Args Present(DatabaseState state, Command command) =>
        Of(("seconds", Seconds(state.PoolTimeoutNs)));
}
