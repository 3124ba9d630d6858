using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OpsGame.Server.Formats;
using OpsGame.Server.Texts;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Runs;

/// <summary>Events and series of a run as tables for people.</summary>
internal static class RecordingTable
{
    public static void Events(StringBuilder text, ImmutableArray<DomainEvent> events, TextCatalogue texts)
    {
        text.AppendLine();
        foreach (var told in events)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{Clock(told.AtNs)}  {Kebab.Of(told.Kind),-9}{told.Component,-20}{texts.Of(told.Code, told.Args).En}");
    }

    public static void Series(StringBuilder text, ImmutableArray<Series> series)
    {
        text.AppendLine().Append("second".PadRight(8));
        foreach (var each in series) text.Append(CultureInfo.InvariantCulture, $"  {Head(each.Path)}");
        text.AppendLine();
        for (var second = 0; second < series[0].Values.Length; second++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{second + 1,-8}");
            foreach (var each in series)
                text.Append("  ").Append(Cell(each.Values[second]).PadLeft(Head(each.Path).Length));
            text.AppendLine();
        }
    }

    private static string Head(SeriesPath path) => path.Unit.Length == 0 ? path.ToString() : $"{path} {path.Unit}";

    private static string Cell(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "-";

    private static string Clock(long ns) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ns / (60 * Nanoseconds.PerSecond):00}:{ns % (60 * Nanoseconds.PerSecond) / 1e9:00.00}");
}
