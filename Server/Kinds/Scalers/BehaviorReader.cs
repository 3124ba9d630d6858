using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Scalers;

/// <summary>A scaler's behaviour; defaults as Kubernetes' horizontal pod autoscaler.</summary>
internal static class BehaviorReader
{
    private const long Second = Nanoseconds.PerSecond;
    private const int MostRates = 10;
    private static readonly ScalingBehavior Usual = ScalingBehavior.Usual;

    /// <summary>Null: cool-down and tolerance of its own decide.</summary>
    public static ScalingBehavior? Read(MapReader scaler)
    {
        if (scaler.Map("behavior") is not { } map) return null;
        var behavior = new ScalingBehavior(
            map.ReadOr("every", Usual.EveryNs, Notations.Duration.Limited("1s – 5m, whole seconds", WholeSeconds)),
            map.ReadOr("tolerance", Usual.Tolerance, Settable.Number("set-scaling-behavior", "tolerance")),
            ReadSide(map, "up", Usual.Up), ReadSide(map, "down", Usual.Down));
        map.Close();
        return behavior;
    }

    private static string? WholeSeconds(long ns) =>
        ns is >= Second and <= 300 * Second && ns % Second == 0 ? null : "should be whole seconds between 1s and 5m";

    private static ScalingSide ReadSide(MapReader behavior, string key, ScalingSide usual)
    {
        if (behavior.Map(key, says: "the defaults of its keys") is not { } map) return usual;
        var side = new ScalingSide(
            map.ReadOr("window", usual.WindowNs, Settable.Duration("set-scaling-behavior", $"{key}Window")),
            map.ReadOr("select", usual.Select, Notations.OneOf<RateChoice>()), ReadRates(map, usual.Rates));
        map.Close();
        return side;
    }

    private static ImmutableArray<ScalingRate> ReadRates(MapReader side, ImmutableArray<ScalingRate> usual)
    {
        var rates = ImmutableArray.CreateBuilder<ScalingRate>();
        const string Says = "up: 4 servers or 100 percent in 15s; down: 100 percent in 15s";
        foreach (var map in side.List("rates", "rate", MostRates, says: Says))
        {
            var servers = map.ReadOr("servers", 0, Settable.Count("set-scaling-behavior", "upServers", "none"));
            var percent = map.ReadOr("percent", 0, Settable.Count("set-scaling-behavior", "upPercent", "none"));
            if (servers > 0 == percent > 0)
                map.Reading.Add(map.Node, "impossible", "a rate is either so many 'servers' or so many 'percent'");
            rates.Add(new ScalingRate(
                Math.Max(servers, percent), percent > 0,
                map.ReadOr("period", 15 * Second, Settable.Duration("set-scaling-behavior", "period"))));
            map.Close();
        }

        return rates.Count == 0 ? usual : rates.ToImmutable();
    }
}
