using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>Actions and faults that apply to a component as it stands, in the order of their kind.</summary>
[GenerateSerializer, Immutable]
public sealed record Applicable(string Component, ImmutableArray<string> Actions);
