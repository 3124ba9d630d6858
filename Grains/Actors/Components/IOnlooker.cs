using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Components;

/// <summary>Who keeps what is seen of an estate's components.</summary>
public interface IOnlooker
{
    /// <summary>A component's readings of the second that has just passed.</summary>
    void Sees(string component, long atNs, ImmutableArray<Reading> readings);

    void Hears(DomainEvent happened);
}
