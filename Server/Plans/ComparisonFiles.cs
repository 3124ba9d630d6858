using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Plans;

/// <summary>
/// What the comparison of the six rollouts is made from, and what came out when it was last made; beside the program.
/// </summary>
internal static class ComparisonFiles
{
    private const string Prefix = "comparison-";
    private const string FiguresName = "figures.json";

    /// <summary>Each a file of Plans, made for all three scenarios.</summary>
    public static readonly ImmutableArray<string> Strategies =
    [
        "in-place", "rolling", "canary", "recreate", "blue-green", "in-server",
    ];

    private static readonly ImmutableArray<string> Scenarios = ["calm", "peak", "one-server"];

    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "Comparison");

    /// <summary>As they were when they were last committed.</summary>
    public static string Figures() => File.ReadAllText(Path.Combine(Directory, FiguresName));

    /// <summary>The scenarios with their texts.</summary>
    /// <exception cref="ScenarioException">One cannot be played.</exception>
    public static ImmutableArray<(Scenario Scenario, string Text)> ReadScenarios() =>
    [
        .. Scenarios.Select(name => $"{name}.yaml")
            .Select(file => (File: file, Text: ScenarioFile.Text(Path.Combine(Directory, file))))
            .Select(found => (ScenarioReader.Read(found.Text, found.File, library: true), found.Text)),
    ];

    public static bool Compares(string scenario) =>
        scenario.StartsWith(Prefix, StringComparison.Ordinal) && Scenarios.Contains(scenario[Prefix.Length..]);

    public static string PlanText(string strategy) => ScenarioFile.Text(Path.Combine(Directory, "Plans", $"{strategy}.yaml"));

    public static Plan ReadPlan(string strategy, Scenario scenario) =>
        PlanReader.Read(PlanText(strategy), $"{strategy}.yaml", scenario);
}
