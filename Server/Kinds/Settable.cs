using OpsGame.Server.Formats;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds;

/// <summary>
/// Keys that a command may set too. Their limits stand once, in the action: no file says what a command would be refused for, and
/// no command sets what a file could not say.
/// </summary>
internal static class Settable
{
    /// <param name="zero">What a file writes where a command writes 0; null: 0.</param>
    public static Notation<int> Count(string action, string parameter, string? zero = null) =>
        Or(Notations.Count.Between((int)Least(action, parameter, zero, 1), (int)Of(action, parameter).Max), zero, 0);

    /// <inheritdoc cref="Count"/>
    public static Notation<int> Memory(string action, string parameter, string? zero = null) =>
        Or(Notations.Memory.Between((int)Least(action, parameter, zero, 1), (int)Of(action, parameter).Max), zero, 0);

    /// <inheritdoc cref="Count"/>
    public static Notation<double> Number(string action, string parameter, string? zero = null) =>
        Or(Notations.Number.Between(Least(action, parameter, zero, 0), Of(action, parameter).Max), zero, 0);

    /// <summary>As many a second, whole ones.</summary>
    /// <inheritdoc cref="Count"/>
    public static Notation<double> Rate(string action, string parameter, string? zero = null)
    {
        var (least, most) = (Least(action, parameter, zero, 1), Of(action, parameter).Max);
        var range = $"{Units.Show(least)}/s – {Units.Show(most)}/s";
        var limited = Notations.Rate.Limited(
            $"{range}, whole",
            rate => rate >= least && rate <= most && rate == Math.Truncate(rate)
                ? null
                : $"should be a whole number between {Units.Show(least)}/s and {Units.Show(most)}/s");
        return Or(limited, zero, 0);
    }

    /// <inheritdoc cref="Count"/>
    public static Notation<long> Duration(string action, string parameter, string? zero = null) => Or(
        Notations.Duration.Between(
            Nanoseconds.FromSeconds(Least(action, parameter, zero, 0)), Nanoseconds.FromSeconds(Of(action, parameter).Max)),
        zero, 0);

    public static ParameterSpec Of(string action, string parameter) =>
        ActionCatalogue.Find(action)!.Parameters.Single(known => known.Name == parameter);

    private static Notation<T> Or<T>(Notation<T> notation, string? zero, T none)
        where T : notnull => zero is null ? notation : notation.Or(zero, none);

    private static double Least(string action, string parameter, string? zero, double one)
    {
        var spec = Of(action, parameter);
        return zero is null ? spec.Min : Math.Max(Math.Max(spec.Min, spec.Least), one);
    }
}
