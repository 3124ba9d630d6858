using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OpsGame.Server.Runs;

namespace OpsGame.Server.Comparison;

/// <summary>
/// The comparison as the README has it: Markdown, a table a scenario, every figure a mean and half its 95 % interval.
/// </summary>
internal static class ComparisonTable
{
    private const string Head =
        "| # | strategy | score | failed requests | p99 while it runs, ms | takes, s | money | servers left | memory | "
        + "connections |";

    public static string Write(ImmutableArray<ComparedScenario> scenarios)
    {
        var text = new StringBuilder();
        foreach (var (scenario, strategies) in scenarios)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"**{scenario.Title.En}.** {scenario.Summary.En}").AppendLine();
            text.AppendLine(Head).AppendLine("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|");
            foreach (var each in strategies) text.AppendLine(Row(each, scenario.Servers.Count(server => server.Attached)));
            text.AppendLine();
        }

        return text.ToString().TrimEnd();
    }

    private static string Row(ComparedStrategy each, int servers) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {each.Rank} | {each.Title.En} | {Show(each.Score, "0.0")} | {Show(each.Failed, "0")} | {Show(each.P99Ms, "0")} | "
        + $"{each.RolloutSeconds.Mean:0} | ${each.Spent.Mean:0.00} | {each.ServersLeast} of {servers} | {each.MemoryMost:0 %} "
            + $"| {each.Connections} |");

    private static string Show(Interval interval, string format)
    {
        var mean = interval.Mean.ToString(format, CultureInfo.InvariantCulture);
        return interval.High is { } high && high > interval.Mean
            ? $"{mean} ± {(high - interval.Mean).ToString(format, CultureInfo.InvariantCulture)}"
            : mean;
    }
}
