using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>For how long after its time to live an entry is still served at once, while one request fetches it anew.</summary>
internal sealed class SetRevalidation : CacheSetting
{
    public override string Id => "set-stale-while-revalidate";

    public override int Place => 10;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Duration("seconds", 0, 86_400, "30")];

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        state = state with { RevalidateNs = command.Duration("seconds") };
        if (state.RevalidateNs > 0) ruling.Done(command, CacheEvents.Revalidates, command.Text("seconds"));
        else ruling.Done(command, CacheEvents.RevalidatesNot);
        return state;
    }

    private protected override Args Present(CacheState state, Command command) =>
        Of(("seconds", Seconds(state.RevalidateNs)));
}
