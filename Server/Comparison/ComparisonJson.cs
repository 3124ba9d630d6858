using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OpsGame.Server.Runs;
using OpsGame.Simulation;

namespace OpsGame.Server.Comparison;

/// <summary>The comparison as the page reads it and as it is committed (Server/Comparison/figures.json).</summary>
internal static class ComparisonJson
{
    public static string Write(ImmutableArray<ComparedScenario> scenarios, ImmutableArray<ulong> seeds) =>
        RunJson.Print(new JsonObject
    {
        ["engine"] = EngineVersion.Text,
        ["seeds"] = seeds.Length,
        ["scenarios"] = new JsonArray([.. scenarios.Select(Json)]),
    });

    private static JsonObject Json(ComparedScenario compared) => new()
    {
        ["id"] = compared.Scenario.Id,
        ["version"] = compared.Scenario.Version,
        ["title"] = Json(compared.Scenario.Title),
        ["summary"] = Json(compared.Scenario.Summary),
        ["servers"] = compared.Scenario.Servers.Count(server => server.Attached),
        ["parDollars"] = compared.Scenario.Score.ParNanoDollars / 1e9,
        ["strategies"] = new JsonArray([.. compared.Strategies.Select(Json)]),
    };

    private static JsonObject Json(ComparedStrategy strategy) => new()
    {
        ["id"] = strategy.Id,
        ["title"] = Json(strategy.Title),
        ["rank"] = strategy.Rank,
        ["score"] = Json(strategy.Score),
        ["behind"] = Json(strategy.Behind),
        ["failed"] = Json(strategy.Failed),
        ["p99Ms"] = Json(strategy.P99Ms),
        ["rolloutSeconds"] = Json(strategy.RolloutSeconds),
        ["spent"] = Json(strategy.Spent),
        ["serversLeast"] = strategy.ServersLeast,
        ["memoryMost"] = strategy.MemoryMost,
        ["connectionsMost"] = strategy.Connections,
        ["scores"] = new JsonArray([.. strategy.Scores.Select(score => (JsonNode)score)]),
    };

    private static JsonObject Json(LocalText text) => new() { ["en"] = text.En, ["ko"] = text.Ko };

    private static JsonObject Json(Interval interval) => new()
    {
        ["mean"] = RunJson.Round(interval.Mean),
        ["low"] = RunJson.Round(interval.Low ?? interval.Mean),
        ["high"] = RunJson.Round(interval.High ?? interval.Mean),
    };
}
