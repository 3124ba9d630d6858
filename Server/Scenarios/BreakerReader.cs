using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>Circuit breakers around calls.</summary>
internal static class BreakerReader
{
    private static readonly BreakerSpec Usual = new();

    private static readonly Notation<long> Slow =
        Notations.Duration.Between(Nanoseconds.PerMillisecond, 600 * Nanoseconds.PerSecond).Or("never", 0);

    public static BreakerSpec? Read(MapReader? breakers, string key)
    {
        if (breakers?.Map(key) is not { } map) return null;
        var calls = Notations.Count.Between(1, 1000);
        var breaker = new BreakerSpec(
            map.ReadOr("errors", Usual.FailedShare, Notations.Number.Between(0.01, 1)),
            map.ReadOr("window", Usual.Window, calls),
            map.ReadOr("calls", Usual.LeastCalls, calls),
            map.ReadOr("open", Usual.OpenNs, Notations.Duration.Between(Nanoseconds.PerSecond / 4, 3600 * Nanoseconds.PerSecond)),
            map.ReadOr("tries", Usual.Tries, calls),
            map.ReadOr("slow", Usual.SlowNs, Slow),
            map.ReadOr("slow-share", Usual.SlowShare, Notations.Number.Between(0.01, 1)));
        if (Math.Max(breaker.LeastCalls, breaker.Tries) > breaker.Window)
            map.Reading.Add(
                map.At("window"), "impossible", $"the window of {breaker.Window} calls should hold at least 'calls' and 'tries'");
        map.Close();
        return breaker;
    }
}
