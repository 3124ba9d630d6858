using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>By how much entries' lives differ, so that not all end at once.</summary>
internal sealed class SetJitter : CacheSetting
{
    public override string Id => "set-jitter";

    public override int Place => 4;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Number("jitter", 0, 1, "0.1")];

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, CacheEvents.JitterSet, command.Text("jitter"));
        return state with { Jitter = command.Real("jitter") };
    }

    private protected override Args Present(CacheState state, Command command) =>
        Of(("jitter", Show(state.Jitter)));
}
