using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>Entries it holds; the least recently used go first.</summary>
internal sealed class ResizeCache : CacheSetting
{
    public override string Id => "resize-cache";

    public override int Place => 2;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Count("capacity", 0, Limits.CacheEntries, "10000"),
    ];

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, CacheEvents.Resized, command.Text("capacity"));
        return state with { Capacity = command.Number("capacity") };
    }

    private protected override Args Present(CacheState state, Command command) =>
        Of(("capacity", Show(state.Capacity)));
}
