using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsGame.Server.Formats;
using OpsGame.Server.Texts;
using OpsGame.Simulation;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Runs;

/// <summary>A run's measurements as JSON. The shape is a contract: programs that compare runs read it.</summary>
internal static class RunJson
{
    // Nothing of this goes into a page, so ≥ and µ may stay what they are.
    private static readonly JsonSerializerOptions Style =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Hash(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);

    public static string Print(JsonObject report) => report.ToJsonString(Style);

    public static JsonObject Of(HeadlessRun run, TextCatalogue texts)
    {
        var report = Measured(run, texts);
        if (run.Plan is { } plan) report["commands"] = Commands(plan, texts);
        if (run.Trial.Events) report["events"] = new JsonArray([.. run.Recording.Events.Select(told => Event(told, texts))]);
        if (!run.Trial.Series.IsEmpty)
            report["series"] = new JsonObject(run.Recording.Series.Select(each => Entry(each.Path.ToString(), Series(each))));
        return report;
    }

    private static JsonObject Measured(HeadlessRun run, TextCatalogue texts) => new()
    {
        ["scenario"] = run.Scenario.Id,
        ["seed"] = run.Seed,
        ["engine"] = EngineVersion.Text,
        ["ticks"] = run.Ticks,
        ["hash"] = Hash(run.Hash),
        ["classes"] = new JsonObject(run.Report.Classes.Select(row => Entry(row.Id, Class(row)))),
        ["stations"] = new JsonObject(run.Report.Stations.Select(row => Entry(row.Id, Station(row)))),
        ["score"] = new JsonObject
        {
            ["total"] = run.Score.Total,
            ["lines"] = new JsonArray([.. run.Score.Lines.Select(line => new JsonObject
            {
                ["part"] = Kebab.Of(line.Part),
                ["points"] = line.Points,
                ["why"] = texts.Of(line.Code, line.Args).En,
            })]),
        },
        ["cost"] = new JsonObject
        {
            ["spentDollars"] = Dollars(run.SpentNanoDollars),
            ["parDollars"] = Dollars(run.Scenario.Score.ParNanoDollars),
        },
        ["serviceLevel"] = new JsonArray([.. run.Service.Select(point => new JsonObject
        {
            ["atSeconds"] = point.AtNs / Nanoseconds.PerSecond,
            ["level"] = Round(point.Level),
            ["perHourDollars"] = Dollars(point.NanoDollarsPerHour),
        })]),
    };

    private static JsonObject Commands(PlanOutcome plan, TextCatalogue texts) => new()
    {
        ["given"] = plan.Given,
        ["refused"] = new JsonArray([.. plan.Refused.Select(refused => new JsonObject
        {
            ["atSeconds"] = Round(Nanoseconds.ToSeconds(refused.AtNs)),
            ["line"] = refused.Step.Line,
            ["action"] = refused.Step.Action,
            ["target"] = refused.Step.Target,
            ["code"] = refused.Why.Code,
            ["why"] = texts.Of(refused.Why.Code, refused.Why.Args).En,
        })]),
    };

    private static JsonObject Event(DomainEvent told, TextCatalogue texts) => new()
    {
        ["atSeconds"] = Round(Nanoseconds.ToSeconds(told.AtNs)),
        ["kind"] = Kebab.Of(told.Kind),
        ["code"] = told.Code,
        ["component"] = told.Component,
        ["by"] = told.By,
        ["text"] = texts.Of(told.Code, told.Args).En,
    };

    /// <summary>One value a second; null while the component was not there.</summary>
    private static JsonObject Series(Series series) => new()
    {
        ["unit"] = series.Path.Unit,
        ["values"] = new JsonArray([.. series.Values.Select(value => value is { } known ? (JsonNode)Round(known) : null)]),
    };

    private static JsonObject Class(ClassReport row) => new JsonObject
    {
        ["offered"] = row.Offered,
        ["answered"] = row.Answered,
        ["within"] = row.Within,
        ["late"] = row.Late,
        ["failed"] = Causes(row.Failed),
        ["latencyMs"] = Quantiles(row.Latency),
    };

    private static JsonObject Station(StationReport row) => new JsonObject
    {
        ["arrived"] = row.Arrived,
        ["started"] = row.Started,
        ["completed"] = row.Completed,
        ["lost"] = Causes(row.Lost),
        ["waitMs"] = Quantiles(row.Wait),
        ["sojournMs"] = Quantiles(row.Sojourn),
        ["utilisation"] = Round(row.Utilisation),
        ["queueMean"] = Round(row.QueueMean),
        ["queueMax"] = row.QueueMax,
        ["littleResidual"] = Round(row.LittleResidual),
    };

    private static JsonObject Causes(ImmutableSortedDictionary<Cause, long> counts) =>
        new(counts.Where(count => count.Value > 0).Select(count => Entry(Kebab.Of(count.Key), count.Value)));

    private static KeyValuePair<string, JsonNode?> Entry(string key, JsonNode value) => new(key, value);

    private static JsonObject Quantiles(QuantileReport row) => new()
    {
        ["mean"] = Round(row.MeanMs),
        ["p50"] = Round(row.P50Ms),
        ["p90"] = Round(row.P90Ms),
        ["p95"] = Round(row.P95Ms),
        ["p99"] = Round(row.P99Ms),
        ["p999"] = Round(row.P999Ms),
        ["max"] = Round(row.MaxMs),
    };

    /// <summary>A millionth of a millisecond is the engine's own grain; further digits are noise of the division.</summary>
    public static double Round(double value) => Math.Round(value, 6);

    private static decimal Dollars(long nanoDollars) => Math.Round(nanoDollars / 1_000_000_000m, 6);
}
