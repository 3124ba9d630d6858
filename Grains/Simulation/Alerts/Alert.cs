using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Alerts;

/// <summary>An open alert. By: who acknowledged it; empty while nobody did.</summary>
[GenerateSerializer, Immutable]
public sealed record Alert(
    string Id,
    bool Critical,
    string Code,
    string Component,
    ImmutableArray<string> Args,
    long SinceNs,
    string By)
{
    public static ComponentKind Kind { get; } = new("alert", 70);

    /// <summary>Users fail or wait; other alerts say why they may.</summary>
    public bool HurtsUsers => Code is Monitors.Errors or Monitors.Slow or Monitors.NoHealthyTarget;
}
