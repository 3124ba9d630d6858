using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>An action an operator may take on a component of a kind.</summary>
/// <param name="InstructorOnly">Injection of a fault.</param>
/// <param name="Other">A second kind it may be taken on; null: none.</param>
public sealed record ActionSpec(
    string Id, ComponentKind Target, ImmutableArray<ParameterSpec> Parameters, bool InstructorOnly = false, ComponentKind? Other = null)
{
    /// <summary>Kinds of components it may be taken on.</summary>
    public IEnumerable<ComponentKind> Targets => Other is { } other ? [Target, other] : [Target];
}
