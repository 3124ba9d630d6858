using System.Collections.Immutable;

namespace OpsGame.Simulation.Commands;

public enum ParameterKind
{
    Number,
    Duration,
    Choice,
    Server,
    Size,
    Version,
    Flag,

    /// <summary>Where users may be sent: a server, the balancer, the edge.</summary>
    Address,

    /// <summary>What somebody writes: one line of plain text, at most Max characters.</summary>
    Text,

    /// <summary>Whatever may be at fault: a component, the users, a power feed.</summary>
    Component,

    /// <summary>A class of requests; where it may be left open, or any.</summary>
    Class,
    Rack,

    /// <summary>Where requests come from, as the classes say.</summary>
    Source,

    /// <summary>One of those the estate has.</summary>
    Certificate,

    /// <summary>A feature flag.</summary>
    Feature,

    /// <summary>Times of the drill and numbers of servers, at most Max of them.</summary>
    Schedule,
}

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

/// <summary>An action an operator may take on a component of a kind.</summary>
/// <param name="InstructorOnly">Injection of a fault.</param>
/// <param name="Other">A second kind it may be taken on; null: none.</param>
public sealed record ActionSpec(
    string Id, ComponentKind Target, ImmutableArray<ParameterSpec> Parameters, bool InstructorOnly = false, ComponentKind? Other = null)
{
    /// <summary>Kinds of components it may be taken on.</summary>
    public IEnumerable<ComponentKind> Targets => Other is { } other ? [Target, other] : [Target];
}

/// <summary>Why a command was not taken: a stable code and the arguments its text names.</summary>
[GenerateSerializer, Immutable]
public sealed record Refusal(string Code, ImmutableArray<string> Args)
{
    public static Refusal Of(string code, params string[] args) => new(code, [.. args]);
}
