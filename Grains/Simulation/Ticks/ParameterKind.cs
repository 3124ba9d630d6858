namespace OpsGame.Simulation.Ticks;

/// <summary>What a parameter is; one that names something is declared beside its noun, whose <see cref="ChoiceSource"/> says
/// which there are.</summary>
public sealed record ParameterKind(string Name, ParameterShape Shape = ParameterShape.Id) : Named(Name, 0)
{
    public static ParameterKind Number { get; } = new("number", ParameterShape.Number);

    public static ParameterKind Duration { get; } = new("duration", ParameterShape.Duration);

    public static ParameterKind Choice { get; } = new("choice", ParameterShape.Choice);

    public static ParameterKind Flag { get; } = new("flag", ParameterShape.Flag);

    /// <summary>What somebody writes: one line of plain text, at most Max characters.</summary>
    public static ParameterKind Text { get; } = new("text", ParameterShape.Text);

    /// <summary>Whatever may be at fault: a component, the users, a power feed.</summary>
    public static ParameterKind Component { get; } = new("component");

    /// <summary>Of a notation: characters at most; its pattern for editors; what the reference says of it.</summary>
    public int MostLength { get; init; }

    public string Pattern { get; init; } = "";

    public string Told { get; init; } = "";
}

/// <summary>How a value of a parameter is written.</summary>
public enum ParameterShape
{
    Number,

    /// <summary>Seconds.</summary>
    Duration,

    /// <summary>One of the parameter's own choices.</summary>
    Choice,

    /// <summary>true or false.</summary>
    Flag,
    Text,

    /// <summary>A text its kind has its own way to read.</summary>
    Notation,

    /// <summary>The id of something the estate or its scenario has.</summary>
    Id,
}
