using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>All entries are dropped at once.</summary>
internal sealed class FlushCache : CacheAction
{
    public override string Id => "flush-cache";

    public override int Place => 1;

    public override ActionTopic Topic => ActionTopic.Run;

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        ruling.Do(new Caches.FlushCache(state.Id));
        ruling.Done(command, CacheEvents.Flushed);
        return state;
    }
}
