using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>Ends a warm-up; what is on its way arrives, then it says how much there was.</summary>
internal sealed class StopWarming : CacheAction
{
    public override string Id => "stop-warming";

    public override int Place => 9;

    public override ActionTopic Topic => ActionTopic.Traffic;

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        if (state.Warming == 0)
        {
            ruling.Refuse(command, CacheRefusals.NotWarming);
            return state;
        }

        ruling.Do(new Caches.StopWarming(state.Id));
        ruling.Done(command, CacheEvents.WarmingStopped);
        return state;
    }

    private protected override bool Applies(CacheState state, IEstate estate) => state.Warming > 0;
}
