using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Learn;

/// <summary>The pages of Learn, read once at the start: a file a page, and the systems and plans they name.</summary>
internal sealed class IdeaLibrary
{
    private const string Pages = "Pages";
    private const string Systems = "Systems";
    private const string Plans = "Plans";

    private readonly string _directory;

    public const string Folder = "Learn";

    /// <summary>Beside the program.</summary>
    public static string DefaultDirectory => Path.Combine(AppContext.BaseDirectory, Folder);

    private IdeaLibrary(string directory, ImmutableArray<Idea> all) => (_directory, All) = (directory, all);

    /// <summary>In the order in which one leads to the next.</summary>
    public ImmutableArray<Idea> All { get; }

    /// <exception cref="ScenarioException">With what is wrong with the first page that has something wrong.</exception>
    public static IdeaLibrary Load(string directory) => new(directory,
    [
        .. Directory.EnumerateFiles(Path.Combine(directory, Pages), "*.yaml")
            .Select(path => IdeaReader.Read(ScenarioFile.Text(path), Path.GetFileName(path)))
            .OrderBy(idea => idea.Order).ThenBy(idea => idea.Id, StringComparer.Ordinal),
    ]);

    public Idea? Find(string id) => All.FirstOrDefault(idea => idea.Id == id);

    /// <summary>An idea's system with its knobs at these values, and the plan that is played on it.</summary>
    /// <param name="turned">The place of each knob's value.</param>
    public (Scenario System, Plan? Plan) Set(Idea idea, ImmutableArray<int> turned)
    {
        var all = idea.Knobs.Zip(turned, (knob, at) => (knob.Sets, Value: knob.Values[at]))
            .SelectMany(one => one.Sets.Select(path => new Setting(path, one.Value))).ToArray();
        var file = $"{idea.System}.yaml";
        var system = ScenarioReader.Read(
            Text(Systems, file), file, library: false, [.. all.Where(one => one.Path != Knob.Plan)]);
        var plan = all.FirstOrDefault(one => one.Path == Knob.Plan) is { } chosen ? $"{chosen.Value}.yaml" : null;
        return (system, plan is null ? null : PlanReader.Read(Text(Plans, plan), plan, system));
    }

    private string Text(string folder, string file) => ScenarioFile.Text(Path.Combine(_directory, folder, file));
}
