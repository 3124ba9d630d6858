using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>New processes take a role's new requests; the old ones finish what they hold, until the shutdown timeout.</summary>
internal sealed class Reload : ServerAction
{
    public override string Id => "reload";

    public override int Place => 10;

    public override ActionTopic Topic => ActionTopic.Run;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [ServerProcesses.WhichRole, ServerProcesses.Shutdown];

    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.ReloadNs;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (ServerProcesses.RefuseReload(state, input, command, ruling, out var role)) return state;
        ruling.Done(command, ServerEvents.Reloading, command.Text("role"));
        return ServerProcesses.Reload(state, input, role, command.Duration("shutdown"));
    }

    private protected override bool Applies(ServerState state, IEstate estate) => state.Answers;
}
