using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>How long an entry lives.</summary>
internal sealed class SetTtl : CacheSetting
{
    public override string Id => "set-ttl";

    public override int Place => 3;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Duration("seconds", 0.001, 86_400, "60")];

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, CacheEvents.TtlSet, command.Text("seconds"));
        return state with { TtlNs = command.Duration("seconds") };
    }

    private protected override Args Present(CacheState state, Command command) =>
        Of(("seconds", Seconds(state.TtlNs)));
}
