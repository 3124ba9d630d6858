using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Scenarios;

/// <summary>The scenarios a server offers: every *.yaml of a directory, read once at the start.</summary>
public sealed class ScenarioLibrary
{
    private readonly ImmutableDictionary<string, (Scenario Scenario, string Text)> _byId;

    private ScenarioLibrary(ImmutableArray<(Scenario Scenario, string Text)> entries)
        : this(
            [.. entries.Select(entry => entry.Scenario).OrderBy(scenario => scenario.Order)
                .ThenBy(scenario => scenario.Id, StringComparer.Ordinal)],
            entries.ToImmutableDictionary(entry => entry.Scenario.Id, StringComparer.Ordinal))
    {
    }

    private ScenarioLibrary(ImmutableArray<Scenario> all, ImmutableDictionary<string, (Scenario Scenario, string Text)> byId) =>
        (All, _byId) = (all, byId);

    /// <summary>Easiest first.</summary>
    public ImmutableArray<Scenario> All { get; }

    public const string Folder = "Scenarios";

    /// <summary>Where a published server has them: beside its program.</summary>
    public static string DefaultDirectory => Path.Combine(AppContext.BaseDirectory, Folder);

    /// <summary>Loads a directory.</summary>
    /// <exception cref="ScenarioException">With the problems of all files: no server starts with half a library.</exception>
    public static ScenarioLibrary Load(string directory)
    {
        var entries = ImmutableArray.CreateBuilder<(Scenario Scenario, string Text)>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var path in Directory.EnumerateFiles(directory, "*.yaml").Order(StringComparer.Ordinal))
        {
            try
            {
                var (text, file) = (ScenarioFile.Text(path), Path.GetFileName(path));
                var scenario = ScenarioReader.Read(text, file, library: true);
                if (entries.Any(entry => entry.Scenario.Id == scenario.Id))
                    problems.Add(new Problem(
                        file, 1, 1, "duplicate", $"another file is already the scenario '{scenario.Id}'; choose another id"));
                entries.Add((scenario, text));
            }
            catch (ScenarioException broken)
            {
                problems.AddRange(broken.Problems);
            }
        }

        if (problems.Count > 0) throw new ScenarioException(problems.ToImmutable());
        if (entries.Count == 0) throw new DirectoryNotFoundException($"no scenario (*.yaml) in {directory}");
        return new ScenarioLibrary(entries.ToImmutable());
    }

    /// <summary>Others besides, that are found by their id but not offered.</summary>
    public ScenarioLibrary With(ImmutableArray<(Scenario Scenario, string Text)> others) =>
        new(All, _byId.SetItems(others.Select(other => KeyValuePair.Create(other.Scenario.Id, other))));

    public Scenario? Find(string id) => _byId.GetValueOrDefault(id).Scenario;

    /// <summary>The file itself, as a drill's log keeps it.</summary>
    public string? TextOf(string id) => _byId.GetValueOrDefault(id).Text;
}
