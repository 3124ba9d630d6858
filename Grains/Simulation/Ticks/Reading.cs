namespace OpsGame.Simulation.Ticks;

/// <summary>A component's metric at a moment, as its chart shows it.</summary>
[GenerateSerializer, Immutable]
public readonly record struct Reading(string Name, double Value);
