using System.Collections.Immutable;

namespace OpsGame.Server.Formats;

/// <summary>
/// How a value looks to an editor: a JSON type with its limits. A notation's other face, so that the two cannot differ.
/// </summary>
/// <param name="Type">Of JSON Schema: string, integer, number, boolean.</param>
/// <param name="Unit">For people: duration, rate, count …</param>
/// <param name="Pattern">Regular expression of a string, in the part of the language that ECMAScript has too.</param>
internal sealed record Shape(string Type, string Unit, string? Pattern = null)
{
    /// <summary>All there are; empty: any.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Words that stand beside the notation, e.g. endless.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Of numbers.</summary>
    public (double Least, double Most)? Numbers { get; init; }

    /// <summary>Of a text, in characters.</summary>
    public int? MostLength { get; init; }

    /// <summary>For people; empty: whatever is well written.</summary>
    public string Range { get; init; } = "";

    /// <summary>The same key of another entry may allow more (a fault's amount depends on its kind).</summary>
    public Shape Widen(Shape other)
    {
        if (this == other || Numbers is not { } mine || other.Numbers is not { } theirs || mine == theirs) return this;
        var both = (Least: Math.Min(mine.Least, theirs.Least), Most: Math.Max(mine.Most, theirs.Most));
        return this with { Numbers = both, Range = $"{Units.Show(both.Least)} – {Units.Show(both.Most)}" };
    }
}
