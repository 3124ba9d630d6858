using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>It is given up with all it holds. Where users' connections end they cannot do without.</summary>
internal sealed class RemoveCache : CacheAction
{
    public override string Id => "remove-cache";

    public override ActionTopic Topic => ActionTopic.Capacity;

    /// <summary>What cannot be taken back stands last, before the looks.</summary>
    public override int Place => 999;

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        if (input.IsEdge)
        {
            ruling.Refuse(command, CacheRefusals.EdgeStays);
            return state;
        }

        ruling.Do(new Caches.RemoveCache(state.Id));
        ruling.Done(command, CacheEvents.Removed);
        return state with { Leaving = true };
    }

    private protected override bool Applies(CacheState state, IEstate estate) => !CacheRules.IsEdge(state.Id, estate);
}
