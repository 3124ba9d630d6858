using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>One parameter. Min and Max in its unit (durations: seconds); Choices for <see cref="ParameterKind.Choice"/>.</summary>
/// <param name="Initial">What a form offers first and a command without it means; empty: it must be given.</param>
/// <param name="Only">Another parameter and those of its values with which this one means something; null: it always does.</param>
public sealed record ParameterSpec(
    string Name, ParameterKind Kind, double Min, double Max, string Initial, ImmutableArray<string> Choices, Dependence? Only = null)
{
    internal ParameterSpec When(string parameter, params string[] values) => this with { Only = new Dependence(parameter, [.. values]) };
}

/// <summary>A parameter means something only while another one has one of these values.</summary>
public sealed record Dependence(string Parameter, ImmutableArray<string> Values);
