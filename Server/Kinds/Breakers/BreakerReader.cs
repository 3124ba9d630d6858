using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Breakers;

/// <summary>Circuit breakers around calls.</summary>
internal static class BreakerReader
{
    private static readonly BreakerSpec Usual = new();

    private static readonly Notation<long> Slow =
        Notations.Duration.Between(Nanoseconds.PerMillisecond, 600 * Nanoseconds.PerSecond).Or("never", 0);

    public static BreakerSpec? Read(MapReader? breakers, string key)
    {
        if (breakers?.Map(key) is not { } map) return null;
        const string action = "set-breaker";
        var breaker = new BreakerSpec(
            map.ReadOr("errors", Usual.FailedShare, Settable.Number(action, "errors")),
            map.ReadOr("window", Usual.Window, Settable.Count(action, "window")),
            map.ReadOr("calls", Usual.LeastCalls, Settable.Count(action, "calls")),
            map.ReadOr("open", Usual.OpenNs, Settable.Duration(action, "open")),
            map.ReadOr("tries", Usual.Tries, Settable.Count(action, "tries")),
            map.ReadOr("slow", Usual.SlowNs, Slow),
            map.ReadOr("slow-share", Usual.SlowShare, Settable.Number(action, "slowShare")));
        if (!breaker.HoldsEnough)
            map.Reading.Add(
                map.At("window"), "impossible", $"the window of {breaker.Window} calls should hold at least 'calls' and 'tries'");
        map.Close();
        return breaker;
    }
}
