using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Requests from a source are taken again.</summary>
internal sealed class UnblockSource : ServerAction
{
    public override string Id => SourceRules.Unblock;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override int Place => 18;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        SourceRules.Parameters<ServerState>(blocks: false, state => state.Blocked);

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling) =>
        ServerSources.Act(state, command, ruling);

    private protected override bool Applies(ServerState state, IEstate estate) => !state.Blocked.IsEmpty;

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        Opposite<BlockSource>(command);
}
