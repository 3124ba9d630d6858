using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;

namespace OpsGame.Simulation.Kinds.Racks.Actions;

/// <summary>A cache is bought. It takes no unit: a scenario's own takes none either.</summary>
internal sealed class AddCache : RackAction
{
    public override string Id => "add-cache";

    public override int Place => 2;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override bool Buys => true;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Count("capacity", 0, Limits.CacheEntries, "10000"), Parameter.Duration("ttl", 0.001, 86_400, "60")];

    public override long TakesNs(ISpecs specs) => specs.Spec<CacheOfferSpec>()?.ReadyNs ?? 0;

    public override bool IsOffered(ISpecs specs) => specs.Spec<CacheOfferSpec>() is not null;

    internal override RackState Act(RackState state, RackInput input, Command command, Ruling ruling)
    {
        var offer = input.Context.Cache;
        var refusal = input.Context.HasCache ? RackRefusals.CacheExists
            : offer is null ? RackRefusals.NothingCacheable
            : !state.Powered ? RackRefusals.Dark
            : input.Context.Full ? RackRefusals.EstateFull
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal);
            return state;
        }

        ruling.Do(new PlaceCache(
            offer!.Cache with
            {
                Capacity = command.Number("capacity"), TtlNs = command.Duration("ttl"), ReadyNs = input.NowNs + offer.ReadyNs,
            },
            state.Id));
        ruling.Done(
            command, RackEvents.CacheBought, offer.Cache.Id,
            command.Text("capacity"), Show(offer.ReadyNs / Nanoseconds.PerSecond));
        return state;
    }

    /// <summary>What the cache will be called, so that its opposite can be named.</summary>
    internal override Command Completed(Command command, ISpecs specs) => specs.Spec<CacheOfferSpec>() is { } offer
        ? command with { Args = command.Args.SetItem("cache", offer.Id) }
        : command;

    private protected override bool Applies(RackState state, IEstate estate) =>
        estate.States<CacheState>().All(cache => CacheRules.IsEdge(cache.Id, estate));

    private protected override Undo? Undo(Command command, RackState before, RackState after) =>
        By<Caches.Actions.RemoveCache>(command.TextOr("cache", ""));
}
