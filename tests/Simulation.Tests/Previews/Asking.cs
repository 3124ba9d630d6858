using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Previews;

/// <summary>Commands as a preview is asked about them.</summary>
internal static class Asking
{
    public static (string, string)[] Args(string given) =>
        [.. given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(arg => (arg.Split('=')[0], arg.Split('=')[1]))];

    public static Command Asked(string action, string target, (string Name, string Value)[] args) => new(
        "", "ann", action, target, args.ToImmutableSortedDictionary(arg => arg.Name, arg => arg.Value, StringComparer.Ordinal));
}
