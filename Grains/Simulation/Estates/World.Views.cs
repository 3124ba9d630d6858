using System.Collections.Immutable;

namespace OpsGame.Simulation.Estates;

/// <summary>What rules may see of the estate, found by type.</summary>
public sealed partial class World
{
    public long DurationNs => Scenario.DurationNs;

    public T? Spec<T>()
        where T : class => Scenario.Spec<T>();

    public ImmutableArray<T> Specs<T>()
        where T : class => Scenario.Specs<T>();

    public ImmutableArray<TState> States<TState>()
        where TState : class => ((object[])[Racks, Servers, Caches, Databases, Balancers, Dns, Certificates, Rollouts, Scalers])
            .OfType<ImmutableArray<TState>>().FirstOrDefault([]);
}
