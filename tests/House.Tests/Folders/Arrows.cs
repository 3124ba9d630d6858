using System.Collections.Concurrent;
using OpsGame.House.Tests.Scripts;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Folders;

/// <summary>The arrows of the projects as they are on the disk.</summary>
internal static class Arrows
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<Arrow>>> Known = new();

    /// <summary>Found once.</summary>
    public static IReadOnlyList<Arrow> Of(Part part) => Known.GetOrAdd(part.Name, _ => new(() => Find(part))).Value;

    private static IReadOnlyList<Arrow> Find(Part part) => part.IsScript
        ? ScriptArrows.In(part.Sources, ScriptFacts.Of(part).Imports)
        : CSharpArrows.In(Compilations.Of(part, AssemblyOf(part)));

    private static string AssemblyOf(Part part) => part == Part.Actors ? "OpsGame.Grains" : "OpsGame." + part.Name;
}
