using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>Requests from a source are rejected at once, legitimate ones too.</summary>
internal sealed class BlockSource : BalancerAction
{
    public override string Id => SourceRules.Block;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override int Place => 11;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        SourceRules.Parameters<BalancerState>(blocks: true, state => state.Blocked);

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling) =>
        state with { Blocked = SourceRules.Act(state.Id, state.Blocked, command, ruling) };

    private protected override bool Applies(BalancerState state, IEstate estate) =>
        SourceRules.MayBlock(state.Blocked, estate) && BalancerRules.MeetsUsers(state, estate);

    private protected override Undo? Undo(Command command, BalancerState before, BalancerState after) =>
        Opposite<UnblockSource>(command);
}
