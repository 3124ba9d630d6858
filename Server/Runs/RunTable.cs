using System.Globalization;
using System.Text;
using OpsGame.Server.Formats;
using OpsGame.Server.Texts;
using OpsGame.Simulation;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Server.Runs;

/// <summary>A run's measurements as tables for people.</summary>
internal static class RunTable
{
    private const int NameWidth = 24;
    private const int CellWidth = 10;

    public static string Write(HeadlessRun run, TextCatalogue texts)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{run.Scenario.Id}, seed {run.Seed}, {run.Ticks} ticks, hash {RunJson.Hash(run.Hash)}, engine {EngineVersion.Text}");
        Classes(text, run.Report);
        Stations(text, run.Report);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"score {run.Score.Total}");
        foreach (var line in run.Score.Lines)
            text.AppendLine(
                CultureInfo.InvariantCulture, $"{line.Points,6}  {Kebab.Of(line.Part),-9} {texts.Of(line.Code, line.Args).En}");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"spent ${run.SpentNanoDollars / 1e9:0.00}, par ${run.Scenario.Score.ParNanoDollars / 1e9:0.00}");
        foreach (var refused in run.Plan?.Refused ?? [])
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"refused: line {refused.Step.Line}, {refused.Why.Code} {texts.Of(refused.Why.Code, refused.Why.Args).En}");
        if (run.Trial.Events) RecordingTable.Events(text, run.Recording.Events, texts);
        if (!run.Trial.Series.IsEmpty) RecordingTable.Series(text, run.Recording.Series);
        return text.ToString();
    }

    private static void Classes(StringBuilder text, RunReport report)
    {
        Row(text.AppendLine(), "class", "offered", "within", "late", "failed", "mean ms", "p50", "p95", "p99", "p99.9", "max");
        foreach (var row in report.Classes)
        {
            var latency = row.Latency;
            Row(
                text, row.Id, Count(row.Offered), Count(row.Within), Count(row.Late), Count(row.Failed.Values.Sum()),
                Ms(latency.MeanMs), Ms(latency.P50Ms), Ms(latency.P95Ms), Ms(latency.P99Ms), Ms(latency.P999Ms),
                Ms(latency.MaxMs));
            Causes(text, row.Failed);
        }
    }

    private static void Stations(StringBuilder text, RunReport report)
    {
        Row(
            text.AppendLine(), "station", "arrived", "completed", "lost", "busy", "queue", "queue max", "wait ms", "wait p99",
            "sojourn", "p50", "p99", "p99.9", "Little");
        foreach (var row in report.Stations)
        {
            Row(
                text, row.Id, Count(row.Arrived), Count(row.Completed), Count(row.Lost.Values.Sum()), Share(row.Utilisation),
                Ms(row.QueueMean), Count(row.QueueMax), Ms(row.Wait.MeanMs), Ms(row.Wait.P99Ms), Ms(row.Sojourn.MeanMs),
                Ms(row.Sojourn.P50Ms), Ms(row.Sojourn.P99Ms), Ms(row.Sojourn.P999Ms), Share(row.LittleResidual));
            Causes(text, row.Lost);
        }
    }

    private static void Causes(StringBuilder text, IEnumerable<KeyValuePair<Cause, long>> counts)
    {
        foreach (var (cause, count) in counts)
            if (count > 0) text.AppendLine(CultureInfo.InvariantCulture, $"    {Kebab.Of(cause)} {count}");
    }

    private static void Row(StringBuilder text, string name, params ReadOnlySpan<string> cells)
    {
        text.Append(name.PadRight(NameWidth));
        foreach (var cell in cells) text.Append(cell.PadLeft(CellWidth));
        text.AppendLine();
    }

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Ms(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
