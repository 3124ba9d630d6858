using System.Collections.Frozen;
using System.Globalization;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Ticks;

/// <summary>Values as a command's arguments write them.</summary>
internal static class Arguments
{
    public static Args None { get; } = Args.Empty.WithComparers(StringComparer.Ordinal);

    public static Args Of(params ReadOnlySpan<(string Name, string Value)> args)
    {
        var all = None.ToBuilder();
        foreach (var (name, value) in args) all.Add(name, value);
        return all.ToImmutable();
    }

    public static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Show(bool on) => on ? "true" : "false";

    public static string Seconds(long ns) => Show(Time.Nanoseconds.ToSeconds(ns));

    /// <summary>round-robin</summary>
    public static string Name<T>(T member)
        where T : struct, Enum => Names<T>.All[member];

    /// <summary>Made once: forms and what takes a setting back name members in every tick.</summary>
    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> All = Enum.GetValues<T>().Distinct().ToFrozenDictionary(
            member => member,
            member => string.Concat(member.ToString().Select((letter, at) =>
                char.IsUpper(letter) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(letter) : $"{letter}")));
    }
}
