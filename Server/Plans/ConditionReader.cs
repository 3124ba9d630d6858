using OpsGame.Server.Formats;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Plans;

/// <summary>
/// {metric: cpu, of: web-1, above: 0.8, for: 10s}, {alert: alert-errors, for: 5s} or {event: server-running, of: web-4}.
/// </summary>
internal sealed class ConditionReader(Scenario scenario)
{
    private const string Any = "any";
    private static readonly string[] Kinds = ["metric", "alert", "event"];

    private const double Most = 1e9;

    private static readonly Notation<double> Limit = Notations.Number.Between(-Most, Most);

    public Condition? Read(MapReader map)
    {
        var kinds = Kinds.Where(map.Has).ToArray();
        if (kinds.Length != 1)
            map.Reading.Add(map.Node, "missing-key", "a condition should have exactly one of metric, alert, event");
        var of = map.ReadOr("of", "", Notations.Id, "any of them, or all together");
        var hold = Notations.Duration.Between(0, scenario.DurationNs);
        Condition? condition = kinds.FirstOrDefault() switch
        {
            "metric" => ReadMetric(map, of, map.ReadOr("for", 0, hold)),
            "alert" => ReadAlert(map, of, map.ReadOr("for", 0, hold)),
            "event" => new EventCondition(map.ReadOr("event", "", Notations.Id, "one of the three"), of),
            _ => null,
        };
        map.Close();
        return condition;
    }

    private static MetricCondition ReadMetric(MapReader map, string of, long forNs)
    {
        var metric = map.ReadOr("metric", Metric.Level, Notations.OneOf<Metric>(), "one of the three");
        var above = map.Has("above");
        if (above == map.Has("below"))
            map.Reading.Add(map.Node, "missing-key", "a metric should have either above or below");
        var limit = above ? map.ReadOr("above", 0, Limit, "either this") : map.ReadOr("below", 0, Limit, "or this");
        if (limit < 0 || limit > Metrics.Most(metric))
            map.Reading.Add(
                map.At(above ? "above" : "below"), "out-of-range",
                $"{Kebab.Of(metric)} is {(Metrics.Most(metric) <= 1 ? "a share, 0 – 1" : "never below 0")}");
        return new MetricCondition(metric, above, limit, of, forNs);
    }

    private static AlertCondition ReadAlert(MapReader map, string of, long forNs)
    {
        var named = map.ReadOr("alert", Any, Notations.Id, "one of the three");
        return new AlertCondition(named == Any ? "" : named, map.ReadOr("unacknowledged", false, Notations.Flag), of, forNs);
    }
}
