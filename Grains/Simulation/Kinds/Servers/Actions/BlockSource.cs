using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Requests from a source are rejected at once, legitimate ones too.</summary>
internal sealed class BlockSource : ServerAction
{
    public override string Id => SourceRules.Block;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override int Place => 17;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        SourceRules.Parameters<ServerState>(blocks: true, state => state.Blocked);

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling) =>
        ServerSources.Act(state, command, ruling);

    private protected override bool Applies(ServerState state, IEstate estate) =>
        SourceRules.MayBlock(state.Blocked, estate) && MeetsUsers(state, estate);

    /// <summary>Themselves, without a balancer in between.</summary>
    private static bool MeetsUsers(ServerState state, IEstate estate) =>
        estate.States<DnsState>().Any(name => name.Targets.Contains(state.Id))
        || (estate.Those<IHandsOn>().Count == 0 && state.Answers);

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        Opposite<UnblockSource>(command);
}
