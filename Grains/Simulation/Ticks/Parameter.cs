namespace OpsGame.Simulation.Ticks;

/// <summary>Parameters, as actions declare them.</summary>
internal static class Parameter
{
    public static ParameterSpec Number(string name, double min, double max, string initial) =>
        new(name, ParameterKind.Number, min, max, initial, []);

    /// <summary>A whole number.</summary>
    public static ParameterSpec Count(string name, int min, int max, string initial) =>
        Number(name, min, max, initial) with { Whole = true };

    /// <summary>In seconds.</summary>
    public static ParameterSpec Duration(string name, double min, double max, string initial) =>
        new(name, ParameterKind.Duration, min, max, initial, []);

    /// <summary>In seconds, until somebody gives up; 0: never.</summary>
    public static ParameterSpec Wait(string name, double max, string initial) =>
        Duration(name, 0, max, initial).Unset("0", 0.001);

    /// <param name="initial">Empty: it must be chosen.</param>
    public static ParameterSpec Choice(string name, string initial, params string[] choices) =>
        new(name, ParameterKind.Choice, 0, 0, initial, [.. choices]);

    public static ParameterSpec Flag(string name, string initial) =>
        new(name, ParameterKind.Flag, 0, 0, initial, ["true", "false"]);

    /// <summary>One line of at most so many characters.</summary>
    public static ParameterSpec Text(string name, int most) => new(name, ParameterKind.Text, 0, most, "", []);

    /// <summary>Something the estate or its scenario has, by its id.</summary>
    public static ParameterSpec Id(string name, ParameterKind kind, string initial = "") => new(name, kind, 0, 0, initial, []);
}
