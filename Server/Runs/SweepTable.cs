using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OpsGame.Simulation;
using OpsGame.Simulation.Engine;

namespace OpsGame.Server.Runs;

/// <summary>Many seeds of one trial as a table for people: every figure a mean and half the width of its 95 % interval.</summary>
internal static class SweepTable
{
    private const int NameWidth = 24;
    private const int CellWidth = 20;

    private static readonly (string Name, Func<ClassReport, double> Of)[] Figures =
    [
        ("offered", row => row.Offered), ("within", row => row.Within), ("late", row => row.Late),
        ("failed", row => row.Failed.Values.Sum()), ("mean ms", row => row.Latency.MeanMs), ("p50", row => row.Latency.P50Ms),
        ("p95", row => row.Latency.P95Ms), ("p99", row => row.Latency.P99Ms),
    ];

    public static string Write(ImmutableArray<HeadlessRun> runs)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{runs[0].Scenario.Id}, {runs.Length} seeds, mean ± half of the 95 % interval, engine {EngineVersion.Text}");
        text.AppendLine().Append("class".PadRight(NameWidth));
        foreach (var (name, _) in Figures) text.Append(name.PadLeft(CellWidth));
        for (var index = 0; index < runs[0].Report.Classes.Length; index++)
        {
            text.AppendLine().Append(runs[0].Report.Classes[index].Id.PadRight(NameWidth));
            foreach (var (_, of) in Figures) text.Append(
                Show([.. runs.Select(run => of(run.Report.Classes[index]))]).PadLeft(CellWidth));
        }

        return text.AppendLine().AppendLine()
            .Append(CultureInfo.InvariantCulture, $"score {Show([.. runs.Select(run => (double)run.Score.Total)])}").ToString();
    }

    private static string Show(double[] values)
    {
        var interval = Interval.Of(values);
        var mean = interval.Mean.ToString("0.00", CultureInfo.InvariantCulture);
        return interval.High is { } high
            ? string.Create(CultureInfo.InvariantCulture, $"{mean} ± {high - interval.Mean:0.00}")
            : mean;
    }
}
