using System.Collections.Immutable;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Ticks;

/// <summary>What somebody does to a component, or did a moment ago. Code and Args are of its outcome's text.</summary>
/// <param name="By">Never empty.</param>
/// <param name="SinceNs">When it was begun.</param>
[GenerateSerializer, Immutable]
public sealed record Doing(string By, string Component, long SinceNs, string Code, ImmutableArray<string> Args)
{
    /// <summary>For this long after an action the next player is told of it.</summary>
    public const long RecentNs = 10 * Nanoseconds.PerSecond;

    /// <summary>Of an estate, that are remembered at once.</summary>
    public const int Most = 200;
}
