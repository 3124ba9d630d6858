using System.Collections.Frozen;
using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

/// <summary>All kinds of components, found among the classes. Who does something with every component loops over it.</summary>
public static class KindTable
{
    /// <summary>In the order in which they tick within a stage, and in which their states reach the hash: by place.</summary>
    public static readonly ImmutableArray<Kind> All =
    [
        .. typeof(Kind).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Kind)))
            .Select(type => (Kind)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(kind => kind.Id.Place),
    ];

    /// <summary>One after the other in every tick.</summary>
    public static readonly ImmutableArray<ImmutableArray<Kind>> Stages =
        [.. Enum.GetValues<Stage>().Select(stage => All.Where(kind => kind.Stage == stage).ToImmutableArray())];

    private static readonly FrozenDictionary<Type, Kind> ByState = All.ToFrozenDictionary(kind => kind.State);

    /// <summary>What a component is in the middle of; of what is no component: nothing.</summary>
    internal static IEnumerable<Operation> UnderWay(object? state, OperationsSpec takes) =>
        state is IComponent component && ByState.TryGetValue(component.GetType(), out var kind)
            ? kind.UnderWay(component, takes)
            : [];
}
