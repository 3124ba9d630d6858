using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>
/// What a component made of its tick: its next state, changes to the physical world, what to tell, and orders to other
/// components.
/// </summary>
/// <param name="Orders">Reach their component at the next tick.</param>
[GenerateSerializer, Immutable]
public sealed record Outcome<TState>(
    TState State,
    ImmutableArray<Directive> Directives,
    ImmutableArray<DomainEvent> Events,
    ImmutableArray<Command> Orders);
