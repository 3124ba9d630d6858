using System.Collections.Immutable;
using System.Globalization;

namespace OpsGame.Simulation.Ticks;

/// <summary>
/// One parameter. Min and Max in its unit (durations: seconds); Choices for <see cref="ParameterKind.Choice"/>.
/// </summary>
/// <param name="Initial">What a form offers first and a command without it means; empty: it must be given.</param>
/// <param name="Only">Another parameter and those of its values with which this one means something; null: it always
/// does.</param>
public sealed record ParameterSpec(
    string Name, ParameterKind Kind, double Min, double Max, string Initial, ImmutableArray<string> Choices,
    Dependence? Only = null)
{
    /// <summary>Of a number: parts of one mean nothing.</summary>
    public bool Whole { get; init; }

    /// <summary>The value that stands for none, and for a field left empty: 0 of a limit, 1 of attempts; null: it must be
    /// filled in. What none means there is a text of the client: unset_{action}_{name} or unset_{name}.</summary>
    public string? UnsetAt { get; private init; }

    /// <summary>Where 0 stands for none: the least that is one, in its unit; 0: whatever is above 0.</summary>
    public double Least { get; private init; }

    /// <summary>What more there is to read in a value of a kind of its own, by name and value; null: nothing.</summary>
    internal Func<string, string, Refusal?>? Read { get; init; }

    /// <summary>Whether a choice makes sense at a component in a state; null: all do.</summary>
    internal Func<object, IEstate, string, bool>? Suits { get; init; }

    /// <summary>The choice most likely meant at a component in a state: forms begin with it; null: with the first.</summary>
    internal Func<object, string>? Likely { get; init; }

    /// <summary>Why it may not have this value; null: it may.</summary>
    internal Refusal? Check(string value)
    {
        if (value.Length == 0) return Refusal.Of(CommandRefusals.ParameterMissing, Name);
        return Kind.Shape switch
        {
            ParameterShape.Number or ParameterShape.Duration => CheckNumber(value),
            ParameterShape.Choice or ParameterShape.Flag => Choices.Contains(value)
                ? null
                : Refusal.Of(CommandRefusals.ParameterNotAChoice, Name, string.Join(", ", Choices), value),
            ParameterShape.Text => PlainText.Check(Name, value, (int)Max),
            _ => Read?.Invoke(Name, value),
        };
    }

    /// <summary>It may be left empty, which is this value.</summary>
    /// <param name="least">The least above 0, in its unit.</param>
    internal ParameterSpec Unset(string at, double least = 0) => this with { UnsetAt = at, Least = least };

    internal ParameterSpec When(string parameter, params string[] values) =>
        this with { Only = new Dependence(parameter, [.. values]) };

    /// <summary>Of its choices only those that make sense at a component as it stands: others would be refused.</summary>
    internal ParameterSpec Where<TState>(Func<TState, string, bool> suits)
        where TState : class => Where<TState>((state, _, choice) => suits(state, choice));

    internal ParameterSpec Where<TState>(Func<TState, IEstate, string, bool> suits)
        where TState : class =>
        this with { Suits = (state, estate, choice) => state is not TState one || suits(one, estate, choice) };

    private Refusal? CheckNumber(string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Refusal.Of(CommandRefusals.ParameterNotANumber, Name, value);
        if (number < Min || number > Max)
            return Refusal.Of(CommandRefusals.ParameterOutOfRange, Name, Show(Min), Show(Max), value);
        if (number > 0 && number < Least) return Refusal.Of(CommandRefusals.ParameterTooSmall, Name, Show(Least), value);
        return Whole && number != Math.Truncate(number) ? Refusal.Of(CommandRefusals.ParameterNotWhole, Name, value) : null;
    }

    private static string Show(double number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A parameter means something only while another one has one of these values.</summary>
public sealed record Dependence(string Parameter, ImmutableArray<string> Values);
