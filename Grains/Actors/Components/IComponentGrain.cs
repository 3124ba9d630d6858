using OpsGame.Simulation.Ticks;
using Orleans.Concurrency;

namespace OpsGame.Grains.Components;

/// <summary>
/// One component of one estate, key "{drill}/{team}/{component}": it holds its state, ticks its rule and remembers its past.
/// </summary>
public interface IComponentGrain<TState, TInput> : IGrainWithStringKey
    where TState : class
{
    /// <summary>
    /// Ticks the component's rule. Null: this activation does not hold its state (it was lost with its silo); nothing has
    /// happened, restore it and tick again. The same tick asked twice gives the same answer.
    /// </summary>
    /// <param name="since">The tick whose state is still the component's: it was at rest in those after it.</param>
    /// <param name="seen">Of the component, since it was told last.</param>
    Task<Outcome<TState>?> Tick(long tick, long since, [Immutable] TInput input, Observation seen);

    /// <summary>Takes over the state as it was at the end of a tick.</summary>
    Task Restore(long tick, [Immutable] TState state, ComponentPast past);

    /// <summary>It rests, and this was seen of it since it was told last. One way: nobody waits for that.</summary>
    [OneWay]
    Task Note(Observation seen);

    /// <summary>Its estate is over: it leaves memory.</summary>
    Task Release();

    /// <summary>What it remembers of its last ten minutes.</summary>
    /// <param name="seen">Of it, since it was told last.</param>
    Task<ComponentPast> History(Observation seen);
}
