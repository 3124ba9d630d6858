using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Alerts;

/// <summary>An open alert. By: who acknowledged it; empty while nobody did.</summary>
[GenerateSerializer, Immutable]
public sealed record Alert(
    string Id,
    string Code,
    Nearness Nearness,
    bool Critical,
    bool HurtsUsers,
    string Component,
    ImmutableArray<string> Args,
    long SinceNs,
    string By)
{
    public static ComponentKind Kind { get; } = new("alert", 70);
}
