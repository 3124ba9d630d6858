using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Engine;

namespace OpsGame.Simulation.Worlds;

/// <summary>What a component made of its tick: its next state, changes to the physical world, what to tell, and orders to other components.</summary>
/// <param name="Orders">Reach their component at the next tick.</param>
[GenerateSerializer, Immutable]
public sealed record Outcome<TState>(
    [property: Id(0)] TState State,
    [property: Id(1)] ImmutableArray<Directive> Directives,
    [property: Id(2)] ImmutableArray<DomainEvent> Events,
    [property: Id(3)] ImmutableArray<Command> Orders);
