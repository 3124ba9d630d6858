using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>What a scenario says of a noun, found by its type: who asks knows the noun, who answers need not.</summary>
public interface ISpecs
{
    /// <summary>The scenario's part of this type; null: it has none.</summary>
    T? Spec<T>()
        where T : class;

    /// <summary>All of a list of this type, in the scenario's order; empty: none.</summary>
    ImmutableArray<T> Specs<T>()
        where T : class;
}
