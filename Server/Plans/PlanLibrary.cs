using System.Collections.Concurrent;
using System.Collections.Immutable;
using OpsGame.Grains.Storage;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Plans;

/// <summary>
/// The plans of the library (a directory for each scenario), those of the comparison, and any plan from its text.
/// </summary>
internal sealed class PlanLibrary(string directory) : IPlanSource
{
    /// <summary>The intended answer, the plausible wrong one, and no answer at all.</summary>
    private static readonly ImmutableArray<string> Kinds = ["nothing", "tempting", "par"];

    /// <summary>Plans read and not forgotten; they are small, and few are played at a time.</summary>
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<(string Scenario, string Text), Plan> _read = new();

    public const string Folder = "Plans";

    /// <summary>Where a published server has them: beside its program.</summary>
    public static string DefaultDirectory => Path.Combine(AppContext.BaseDirectory, Folder);

    public Plan Read(string text, Scenario scenario)
    {
        var key = (scenario.ContentHash, text);
        if (_read.TryGetValue(key, out var known)) return known;
        if (_read.Count >= MostKept) _read.Clear();
        return _read[key] = PlanReader.ReadOwn(text, "plan", scenario);
    }

    public ImmutableArray<HousePlan> House(Scenario scenario)
    {
        if (ComparisonFiles.Compares(scenario.Id))
            return [.. ComparisonFiles.Strategies.Select(
                strategy => new HousePlan(strategy, ComparisonFiles.PlanText(strategy)))];
        return
        [
            .. Kinds.Select(kind => (Kind: kind, File: Path.Combine(directory, scenario.Id, kind + ".yaml")))
                .Where(plan => File.Exists(plan.File))
                .Select(plan => new HousePlan(plan.Kind, ScenarioFile.Text(plan.File))),
        ];
    }
}
