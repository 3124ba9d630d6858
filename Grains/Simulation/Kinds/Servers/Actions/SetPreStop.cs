using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>How long it goes on taking requests after it was told to stop, from its next stop on.</summary>
internal sealed class SetPreStop : ServerSetting
{
    public override string Id => "set-pre-stop";

    public override int Place => 25;

    public override ActionTopic Topic => ActionTopic.Checks;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Duration("seconds", 0, 600, "5")];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, ServerEvents.PreStopSet, command.Text("seconds"));
        return state with { PreStopNs = command.Duration("seconds") };
    }

    private protected override Args Present(ServerState state, Command command) =>
        Arguments.Of(("seconds", Arguments.Seconds(state.PreStopNs)));
}
