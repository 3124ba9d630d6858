using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>What a rule may see of the estate around its component, found by type.</summary>
public interface IEstate : ISpecs
{
    long NowNs { get; }

    /// <summary>Of the drill.</summary>
    long DurationNs { get; }

    /// <summary>Ids of whatever may be at fault: its components, the users, the power feeds.</summary>
    IEnumerable<string> Components { get; }

    /// <summary>All components that are this too, whatever their kind.</summary>
    IReadOnlyList<T> Those<T>()
        where T : class;

    /// <summary>All components of a kind as they stand, in the estate's order.</summary>
    ImmutableArray<TState> States<TState>()
        where TState : class, IComponent;
}
