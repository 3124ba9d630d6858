using System.Collections.Frozen;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Components;

/// <summary>
/// Which grain keeps a kind's components: the interface that says so is found by the types of its state and input.
/// </summary>
public static class GrainTable
{
    private static readonly FrozenDictionary<Type, Type> Interfaces = typeof(GrainTable).Assembly.GetTypes()
        .Where(type => type.IsInterface && !type.IsGenericType)
        .SelectMany(type => type.GetInterfaces(), (type, basis) => (Type: type, Basis: basis))
        .Where(pair => pair.Basis.IsGenericType && pair.Basis.GetGenericTypeDefinition() == typeof(IComponentGrain<,>))
        .ToFrozenDictionary(pair => pair.Basis, pair => pair.Type);

    /// <exception cref="ArgumentException">No grain keeps components of the kind.</exception>
    public static IComponentGrain<TState, TInput> Grain<TState, TInput>(
        this IGrainFactory grains, Kind<TState, TInput> kind, string key)
        where TState : class, IComponent
        where TInput : class, IInput =>
        Interfaces.TryGetValue(typeof(IComponentGrain<TState, TInput>), out var type)
            ? (IComponentGrain<TState, TInput>)grains.GetGrain(type, key)
            : throw new ArgumentException($"No grain keeps a {kind.Id.Name}.", nameof(kind));
}
