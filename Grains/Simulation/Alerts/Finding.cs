using System.Collections.Immutable;

namespace OpsGame.Simulation.Alerts;

/// <summary>A monitor's finding: something is not as it should be, now.</summary>
public sealed record Finding(string Code, string Component, bool Critical, ImmutableArray<string> Args);
