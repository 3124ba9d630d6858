using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Previews;

/// <summary>What an action does to requests that are there already.</summary>
public enum InFlight
{
    /// <summary>Nothing.</summary>
    Kept,

    /// <summary>They may finish; new ones go elsewhere.</summary>
    Drained,

    /// <summary>They are lost.</summary>
    Cut,
}

/// <summary>What an action would mean if it were taken now.</summary>
/// <param name="Refusal">Why it would be refused; null: it would not.</param>
/// <param name="TakesNs">0: it is done at the next tick (or nobody knows how long, <see cref="Bound.Open"/>).</param>
/// <param name="NanoDollarsPerHour">What the bill changes by; WhileItLasts: only until the operation is over.</param>
/// <param name="Requests">Drained or cut, as many as there are now.</param>
/// <param name="Undo">What takes it back; null: nothing does.</param>
/// <param name="Present">What the action's arguments are now, those that are known.</param>
/// <param name="Fields">The action's form, with what was asked for.</param>
/// <param name="Beside">What somebody else is doing there.</param>
/// <param name="Alone">Until it is over nobody is left to do what the servers it takes away do.</param>
[GenerateSerializer, Immutable]
public sealed partial record Preview(
    Refusal? Refusal,
    long TakesNs,
    Bound Bound,
    long NanoDollarsPerHour,
    bool WhileItLasts,
    InFlight InFlight,
    int Requests,
    Undo? Undo,
    ImmutableSortedDictionary<string, string> Present,
    ImmutableArray<Field> Fields,
    Doing? Beside,
    bool Alone);
