using System.Collections.Immutable;

namespace OpsGame.Simulation.Alerts;

/// <summary>An open alert. By: who acknowledged it; empty while nobody did.</summary>
[GenerateSerializer, Immutable]
public sealed record Alert(
    [property: Id(0)] string Id,
    [property: Id(1)] bool Critical,
    [property: Id(2)] string Code,
    [property: Id(3)] string Component,
    [property: Id(4)] ImmutableArray<string> Args,
    [property: Id(5)] long SinceNs,
    [property: Id(6)] string By);
