using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Components;

/// <summary>
/// What the estate saw of a component since it told it last: its readings of every full simulated second, and events.
/// </summary>
/// <param name="Names">Of the readings; they are the same all the component's life.</param>
/// <param name="Values">Of the first second by name, then of the next; as precise as a chart.</param>
[GenerateSerializer, Immutable]
public sealed record Observation(
    [property: Id(0)] ImmutableArray<string> Names,
    [property: Id(1)] ImmutableArray<long> TimesNs,
    [property: Id(2)] ImmutableArray<float> Values,
    [property: Id(3)] ImmutableArray<DomainEvent> Events)
{
    public static readonly Observation Nothing = new([], [], [], []);
}
