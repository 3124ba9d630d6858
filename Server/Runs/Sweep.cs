using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OpsGame.Server.Texts;
using OpsGame.Simulation;

namespace OpsGame.Server.Runs;

/// <summary>
/// One trial with many seeds: every run, and what they say together. The shape is a contract, as <see cref="RunJson"/>'s.
/// </summary>
internal static class Sweep
{
    public static JsonObject Json(ImmutableArray<HeadlessRun> runs, TextCatalogue texts)
    {
        var each = runs.Select(run => RunJson.Of(run, texts)).ToArray();
        return new JsonObject
        {
            ["scenario"] = runs[0].Scenario.Id,
            ["engine"] = EngineVersion.Text,
            ["seeds"] = new JsonArray([.. runs.Select(run => (JsonNode)run.Seed)]),
            ["runs"] = new JsonArray([.. each]),
            ["aggregate"] = Aggregate(each),
        };
    }

    /// <summary>The same shape as a run's classes and score, with a mean and its interval for every figure.</summary>
    public static JsonObject Aggregate(IReadOnlyList<JsonObject> runs)
    {
        var classes = new JsonObject();
        foreach (var (id, _) in runs[0]["classes"]!.AsObject())
            classes[id] = OfClass([.. runs.Select(run => run["classes"]![id]!.AsObject())]);
        var total = Interval.Of([.. runs.Select(run => run["score"]!["total"]!.GetValue<int>() * 1.0)]);
        return new JsonObject { ["classes"] = classes, ["score"] = new JsonObject { ["total"] = Json(total) } };
    }

    private static JsonObject OfClass(JsonObject[] rows)
    {
        // A run without a single answer has no latency, not a latency of 0.
        var answered = rows.Where(row => row["answered"]!.GetValue<long>() > 0).ToArray();
        var all = new JsonObject();
        foreach (var (key, figure) in rows[0])
        {
            if (key == "latencyMs")
                all[key] = OfFigures([.. (answered.Length > 0 ? answered : rows).Select(row => row[key]!.AsObject())]);
            else if (figure is JsonObject) all[key] = OfFigures([.. rows.Select(row => row[key]!.AsObject())]);
            else all[key] = Json(Interval.Of([.. rows.Select(row => Number(row[key]))]));
        }

        return all;
    }

    /// <summary>A cause that did not occur in a run counts 0 there.</summary>
    private static JsonObject OfFigures(JsonObject[] rows)
    {
        var keys = rows.SelectMany(row => row.Select(entry => entry.Key)).Distinct();
        return new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(
            key, Json(Interval.Of([.. rows.Select(row => Number(row[key]))])))));
    }

    private static double Number(JsonNode? node) => node switch
    {
        null => 0,
        JsonValue value when value.TryGetValue<long>(out var whole) => whole,
        _ => node.GetValue<double>(),
    };

    private static JsonObject Json(Interval interval) => new()
    {
        ["mean"] = RunJson.Round(interval.Mean),
        ["low"] = interval.Low is { } low ? RunJson.Round(low) : null,
        ["high"] = interval.High is { } high ? RunJson.Round(high) : null,
    };
}
