using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>What may be chosen for a parameter.</summary>
public static class Choosing
{
    private static readonly FrozenDictionary<ParameterKind, ChoiceSource> Sources = typeof(ChoiceSource).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ChoiceSource)))
        .Select(type => (ChoiceSource)Activator.CreateInstance(type, nonPublic: true)!)
        .ToFrozenDictionary(source => source.Kind);

    /// <summary>All there are in an estate; null: it is typed, not chosen.</summary>
    public static ImmutableArray<string>? Known(ParameterSpec parameter, IEstate estate) =>
        Sources.TryGetValue(parameter.Kind, out var source) ? All(parameter, source.Known(estate)) : Fixed(parameter);

    /// <summary>Those that make sense at a component in this state; null: it is typed, not chosen.</summary>
    internal static ImmutableArray<string>? Offered(ParameterSpec parameter, object? state, IEstate estate)
    {
        var all = Sources.TryGetValue(parameter.Kind, out var source) ? All(parameter, source.Offered(estate)) : Fixed(parameter);
        if (state is null || all is null) return all;
        var suiting = parameter.Suits is { } suits ? all.Value.RemoveAll(choice => !suits(state, estate, choice)) : all.Value;
        return parameter.Likely?.Invoke(state) is { } likely && suiting.Contains(likely)
            ? suiting.Remove(likely).Insert(0, likely)
            : suiting;
    }

    /// <summary>Why the estate does not know a value; null: it does, or its component says so itself.</summary>
    internal static Refusal? Refuses(ParameterSpec parameter, string value, IEstate estate)
    {
        if (!Sources.TryGetValue(parameter.Kind, out var source)) return null;
        var known = All(parameter, source.Known(estate));
        return known.Contains(value) ? null : source.Unknown(value, string.Join(", ", known));
    }

    private static ImmutableArray<string>? Fixed(ParameterSpec parameter) =>
        parameter.Kind.Shape is ParameterShape.Choice or ParameterShape.Flag ? parameter.Choices : null;

    /// <summary>What stands for any of them comes first.</summary>
    private static ImmutableArray<string> All(ParameterSpec parameter, IEnumerable<string> some) =>
        parameter.Initial.Length > 0 ? [parameter.Initial, .. some] : [.. some];
}
