using System.Collections.Immutable;

namespace OpsGame.Simulation.Alerts;

/// <summary>A monitor's finding: something is not as it should be, now.</summary>
public sealed record Finding(AlertKind Kind, string Component, ImmutableArray<string> Args);
