using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Balancers;

internal static class BalancerReader
{
    private const long Second = Nanoseconds.PerSecond;

    /// <summary>The cloud's defaults: slow to notice, slow to let go.</summary>
    private static readonly HealthCheck CloudCheck = new(CheckPath.Shallow, 30 * Second, 5 * Second, 2, 5);

    /// <summary>The outer one, or the inner one between web and application servers.</summary>
    public static BalancerSpec? Read(
        MapReader root, string key, ImmutableArray<ServerSpec> servers, ComponentNames names)
    {
        if (root.Map(key) is not { } map) return null;
        var balancer = new BalancerSpec(
            names.ClaimOr(map, key, BalancerState.Kind),
            map.ReadOr("algorithm", Algorithm.RoundRobin, Notations.OneOf<Algorithm>()),
            map.Map("check", says: "the defaults of its keys") is { } check ? ReadCheck(check) : CloudCheck,
            map.ReadOr("drain", 300 * Second, Settable.Duration("set-drain-time", "seconds")),
            map.ReadOr("connect-timeout", Second, Notations.Duration.Between(Nanoseconds.PerMillisecond, 60 * Second)),
            (int)map.ReadOr("rate-limit", 0, Settable.Rate("set-rate-limit", "limit", "none")))
        {
            OnClientAbort = key == "inner"
                ? OnClientAbort.Close
                : map.ReadOr("on-client-abort", OnClientAbort.Close, Notations.OneOf<OnClientAbort>()),
            EndpointLagNs = map.ReadOr(
                "endpoint-lag",
                servers.Any(server => server.Checks?.Readiness is not null) ? 0 : BalancerState.Deaf,
                Settable.Duration("set-endpoint-lag", "seconds").Or("none", BalancerState.Deaf),
                "0s where a server has a readiness check, otherwise none"),
            Limits = new BalancerLimits(
                map.ReadOr("slow-start", 0, Settable.Duration("set-slow-start", "seconds")),
                map.ReadOr("connections", 0, Settable.Count("set-connection-limit", "connections", "endless")),
                map.ReadOr("queue", BalancerLimits.None.Queue, Settable.Count("set-connection-limit", "queue")),
                map.ReadOr(
                    "queue-timeout", BalancerLimits.None.QueueTimeoutNs,
                    Settable.Duration("set-connection-limit", "timeout", "endless")),
                map.ReadOr("shed", 0, Settable.Count("set-load-shedding", "outstanding", "none"))),
            Forwarding = ForwardingReader.Read(map),
            WhenNoneHealthy = map.ReadOr(
                "when-none-healthy", WhenNoneHealthy.FailOpen, Notations.OneOf<WhenNoneHealthy>()),
            Panic = map.ReadOr("panic", 0, Notations.Share),
        };
        map.Close();
        return balancer;
    }

    private static HealthCheck ReadCheck(MapReader map)
    {
        const string action = "set-health-check";
        var check = new HealthCheck(
            map.ReadOr("path", CloudCheck.Path, Notations.OneOf<CheckPath>()),
            map.ReadOr("interval", CloudCheck.IntervalNs, Settable.Duration(action, "interval")),
            map.ReadOr("timeout", CloudCheck.TimeoutNs, Settable.Duration(action, "timeout")),
            map.ReadOr("unhealthy-after", CloudCheck.UnhealthyAfter, Settable.Count(action, "unhealthyAfter")),
            map.ReadOr("healthy-after", CloudCheck.HealthyAfter, Settable.Count(action, "healthyAfter")));
        if (!check.EndsInTime)
            map.Reading.Add(
                map.At("timeout"), "impossible", "the timeout of a check should be shorter than its interval");
        map.Close();
        return check;
    }
}
