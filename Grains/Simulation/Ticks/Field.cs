using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>A parameter in a form that is opened now.</summary>
/// <param name="Initial">What it starts from: what is set where it was asked about, else what was asked for, else the
/// catalogue's. Empty: nothing can be chosen, or it must be typed.</param>
/// <param name="Choices">What may be chosen; null: it is typed.</param>
[GenerateSerializer, Immutable]
public sealed record Field(string Name, string Initial, ImmutableArray<string>? Choices);
