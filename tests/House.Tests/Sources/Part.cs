using System.Collections.Concurrent;

namespace OpsGame.House.Tests.Sources;

/// <summary>A part of the house whose sources the rules are held over.</summary>
/// <param name="Root">Its folder in the repository.</param>
/// <param name="Endings">Of what is source in it: texts and tables are none.</param>
/// <param name="Fewest">Files; with fewer of them somebody looked in the wrong place.</param>
internal sealed record Part(string Name, string Root, string[] Endings, int Fewest)
{
    public static readonly Part Simulation = new("Simulation", "Grains/Simulation", [".cs"], 150);
    public static readonly Part Actors = new("Actors", "Grains/Actors", [".cs"], 50);
    public static readonly Part Server = new("Server", "Server", [".cs"], 120);
    public static readonly Part WebClient = new("WebClient", "WebClient/src", [".ts", ".svelte", ".css"], 120);
    public static readonly Part Tests = new("tests", "tests", [".cs", ".mjs", ".sh"], 150);

    private static readonly Part[] All = [Simulation, Actors, Server, WebClient, Tests];
    private static readonly ConcurrentDictionary<string, IReadOnlyList<SourceFile>> Read = new();

    /// <summary>Names, for theories: of what is shipped, and of that and its tests.</summary>
    public static TheoryData<string> Shipped => [.. All.Where(part => part != Tests).Select(part => part.Name)];

    public static TheoryData<string> Everything => [.. All.Select(part => part.Name)];

    public bool IsScript => this == WebClient;

    /// <summary>All of its sources, of the part's own tests too.</summary>
    public IReadOnlyList<SourceFile> Files => Read.GetOrAdd(Name, _ => [.. Tree.Under(Root, Endings)]);

    /// <summary>What is shipped of them.</summary>
    public IReadOnlyList<SourceFile> Sources => [.. Files.Where(file => !file.IsScriptTest)];

    public static Part Named(string name) => All.Single(part => part.Name == name);
}
