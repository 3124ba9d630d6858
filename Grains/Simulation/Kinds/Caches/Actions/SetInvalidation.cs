using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>A write drops its key.</summary>
internal sealed class SetInvalidation : CacheSetting
{
    public override string Id => "set-invalidation";

    public override int Place => 6;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Flag("on", "true")];

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        state = state with { InvalidateOnWrite = command.Flag("on") };
        ruling.Done(command, state.InvalidateOnWrite ? CacheEvents.InvalidationOn : CacheEvents.InvalidationOff);
        return state;
    }

    private protected override Args Present(CacheState state, Command command) =>
        Of(("on", Show(state.InvalidateOnWrite)));
}
