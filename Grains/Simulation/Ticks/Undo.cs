using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>The command that takes an action back, as the rules computed it from the state the action met.</summary>
/// <param name="Left">Of a setting: what the action set; once something else is set there is nothing to take back. Empty
/// otherwise.</param>
[GenerateSerializer, Immutable]
public sealed record Undo(
    string Action, string Target, ImmutableSortedDictionary<string, string> Args, ImmutableSortedDictionary<string, string> Left);
