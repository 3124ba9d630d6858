using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>Loads the most popular keys ahead of the users, so many a second.</summary>
internal sealed class WarmCache : CacheAction
{
    public override string Id => "warm-cache";

    public override int Place => 8;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Count("keys", 1, Limits.CacheEntries, "1000"), Parameter.Count("rate", 1, 10_000, "20")];

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        var refusal = state.ReadyNs > 0 ? CacheRefusals.Starting
            : state.Warming > 0 ? CacheRefusals.Warming
            : state.Cached.IsEmpty ? CacheRefusals.CachesNothing
            : state.Capacity == 0 ? CacheRefusals.NoRoom
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal);
            return state;
        }

        ruling.Do(new Caches.WarmCache(state.Id, command.Number("keys"), command.Number("rate")));
        ruling.Done(command, CacheEvents.Warms, command.Text("keys"), command.Text("rate"));
        return state with { Warming = command.Number("keys") };
    }

    private protected override bool Applies(CacheState state, IEstate estate) =>
        state is { Warming: 0, ReadyNs: 0, Cached.Length: > 0 };

    private protected override Undo? Undo(Command command, CacheState before, CacheState after) =>
        Opposite<StopWarming>(command);
}
