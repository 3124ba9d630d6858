using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>How long a write waits for a lock; 0: forever.</summary>
internal sealed class SetLockTimeout : DatabaseSetting
{
    public override string Id => "set-lock-timeout";

    public override int Place => 4;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Wait("seconds", 600, "2")];

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, DatabaseEvents.LockTimeoutSet, command.Text("seconds"));
        return state with { LockTimeoutNs = command.Duration("seconds") };
    }

    private protected override Args Present(DatabaseState state, Command command) =>
        Of(("seconds", Seconds(state.LockTimeoutNs)));
}
