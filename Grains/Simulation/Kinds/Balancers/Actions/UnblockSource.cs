using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>Requests from a source are taken again.</summary>
internal sealed class UnblockSource : BalancerAction
{
    public override string Id => SourceRules.Unblock;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override int Place => 12;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        SourceRules.Parameters<BalancerState>(blocks: false, state => state.Blocked);

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling) =>
        state with { Blocked = SourceRules.Act(state.Id, state.Blocked, command, ruling) };

    private protected override bool Applies(BalancerState state, IEstate estate) => !state.Blocked.IsEmpty;

    private protected override Undo? Undo(Command command, BalancerState before, BalancerState after) =>
        Opposite<BlockSource>(command);
}
