using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Components;

/// <summary>A component's recent past: one point a simulated second and what was said about it, oldest first.</summary>
[GenerateSerializer, Immutable]
public sealed record ComponentPast(
    [property: Id(0)] ImmutableArray<long> TimesNs,
    [property: Id(1)] ImmutableArray<Series> Series,
    [property: Id(2)] ImmutableArray<DomainEvent> Log)
{
    public static readonly ComponentPast Empty = new([], [], []);
}

/// <summary>Values aligned with <see cref="ComponentPast.TimesNs"/>.</summary>
[GenerateSerializer, Immutable]
public sealed record Series([property: Id(0)] string Name, [property: Id(1)] ImmutableArray<double> Values);
