using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Servers;

/// <summary>A server's checks of itself; defaults as Kubernetes' probes.</summary>
internal static class OwnCheckReader
{
    private const string Action = "set-server-check";
    private const long Second = Nanoseconds.PerSecond;

    private static readonly OwnCheck Usual = new(Deep: false, 0, 10 * Second, Second, 3, 1);

    /// <summary>Null: it has none.</summary>
    public static OwnChecks? Read(MapReader server, bool takesUsers)
    {
        if (server.Map("checks") is not { } map) return null;
        if (!takesUsers)
            server.Reading.Add(map.Node, "impossible", "only a server with the web or the app role can check itself");
        var checks = new OwnChecks(
            ReadOne(map, "startup", counts: false), ReadOne(map, "liveness", counts: false),
            ReadOne(map, "readiness", counts: true));
        if (checks == OwnChecks.None)
            map.Reading.Add(map.Node, "missing-key", "checks needs at least one of startup, liveness and readiness");
        map.Close();
        return checks;
    }

    /// <param name="counts">It may take several successes.</param>
    private static OwnCheck? ReadOne(MapReader checks, string key, bool counts)
    {
        if (checks.Map(key) is not { } map) return null;
        var check = new OwnCheck(
            map.ReadOr("path", CheckPath.Shallow, Notations.OneOf<CheckPath>()) == CheckPath.Deep,
            map.ReadOr("delay", Usual.DelayNs, Settable.Duration(Action, "delay")),
            map.ReadOr("interval", Usual.IntervalNs, Settable.Duration(Action, "interval")),
            map.ReadOr("timeout", Usual.TimeoutNs, Settable.Duration(Action, "timeout")),
            map.ReadOr("failures", Usual.Failures, Settable.Count(Action, "unhealthyAfter")),
            counts ? map.ReadOr("successes", Usual.Successes, Settable.Count(Action, "healthyAfter")) : Usual.Successes);
        if (check.TimeoutNs >= check.IntervalNs)
            map.Reading.Add(map.At("timeout"), "impossible", "the timeout of a check should be shorter than its interval");
        map.Close();
        return check;
    }
}
