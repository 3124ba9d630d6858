using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Components;

/// <summary>
/// One component of one estate, key "{drill}/{team}/{component}": it holds its state, ticks its rule and remembers its past.
/// </summary>
public interface IComponentGrain<TState, TInput> : IGrainWithStringKey
    where TState : class
{
    /// <summary>
    /// Ticks the component's rule. Null: this activation does not hold the state of the tick before (it was lost with its silo);
    /// nothing has happened, restore it and tick again. The same tick asked twice gives the same answer.
    /// </summary>
    Task<Outcome<TState>?> Tick(long tick, TInput input, Observation seen);

    /// <summary>Takes over the state as it was at the end of a tick.</summary>
    Task Restore(long tick, TState state, ComponentPast past);

    /// <summary>Its estate is over: it leaves memory.</summary>
    Task Release();

    /// <summary>What it remembers of its last ten minutes.</summary>
    Task<ComponentPast> History();
}
