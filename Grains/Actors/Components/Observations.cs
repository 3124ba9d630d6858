using System.Collections.Immutable;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Components;

/// <summary>Takes a frame apart: what it says about each component, for the component's own memory.</summary>
public static class Observations
{
    public static Dictionary<string, Observation> From(EstateFrame frame)
    {
        var seen = new Dictionary<string, Observation>(StringComparer.Ordinal);
        if (frame.Tick % Nanoseconds.TicksPerSecond == 0)
        {
            foreach (var (rack, telemetry) in frame.Racks.Zip(frame.RackTelemetry)) Read(rack.Id, Rack(rack, telemetry));
            var servers = frame.Servers.ToDictionary(server => server.Id, StringComparer.Ordinal);
            foreach (var telemetry in frame.ServerTelemetry) Read(telemetry.Id, Server(servers[telemetry.Id], telemetry));
            var balancers = frame.Balancers.ToDictionary(balancer => balancer.Id, StringComparer.Ordinal);
            foreach (var telemetry in frame.BalancerTelemetry) Read(telemetry.Id, Balancer(balancers[telemetry.Id], telemetry));
            foreach (var cache in frame.CacheTelemetry)
                Read(cache.Id, [
                    new("requests", cache.Hits + cache.Misses), new("hitRatio", Ratio(cache.Hits, cache.Hits + cache.Misses)),
                    new("entries", cache.Entries), new("evictions", cache.Evictions)]);
            foreach (var database in frame.DatabaseTelemetry)
                Read(database.Id, [
                    new("requests", database.Arrived), new("errors", database.Failed), .. Latency(database.Latency),
                    new("connections", database.Connections), new("busy", database.BusySlots), new("queue", database.SlotQueue),
                    new("lockWaiters", database.LockWaiters), new("deadlocks", database.Deadlocks)]);
            foreach (var name in frame.DnsTelemetry)
                Read(name.Id, [new("requests", name.Queries), new("lookups", name.Lookups), new("outdated", name.Outdated)]);
            foreach (var scaler in frame.Scalers) Read(scaler.Id, [new("desired", scaler.Desired), new("cpu", scaler.Metric)]);
            foreach (var rollout in frame.Rollouts)
                Read(rollout.Id, [new("done", rollout.Done.Length), new("waiting", rollout.Waiting.Length)]);
        }

        foreach (var about in frame.Events.Where(happened => happened.Component.Length > 0)
            .GroupBy(happened => happened.Component))
        {
            ImmutableArray<Reading> readings = seen.TryGetValue(about.Key, out var known) ? known.Readings : [];
            seen[about.Key] = new Observation(frame.NowNs, readings, [.. about]);
        }

        return seen;

        void Read(string id, ImmutableArray<Reading> readings) => seen[id] = new Observation(frame.NowNs, readings, []);
    }

    private static ImmutableArray<Reading> Rack(RackState state, RackTelemetry telemetry) =>
    [
        new("powered", state.Powered ? 1 : 0), new("uplink", telemetry.UpShare), new("downlink", telemetry.DownShare),
        new("uplinkWait", Nanoseconds.ToMilliseconds(telemetry.UpWaitNs)),
        new("downlinkWait", Nanoseconds.ToMilliseconds(telemetry.DownWaitNs)),
    ];

    private static ImmutableArray<Reading> Server(ServerState state, ServerTelemetry telemetry)
    {
        // The first role is the one its callers meet: its counts and latency are the server's.
        var door = telemetry.Roles.FirstOrDefault();
        return
        [
            new("requests", door?.Arrived ?? 0), new("errors", door?.Failed ?? 0), .. Latency(door?.Latency ?? default),
            new("cpu", telemetry.CpuShare), new("memory", state.MemoryShare(telemetry)),
            new("disk", telemetry.DiskShare),
            new("busy", telemetry.Roles.Sum(role => role.Busy.Sum())), new("queue", telemetry.Roles.Sum(role => role.Queue)),
            new("runQueue", telemetry.RunQueue),
        ];
    }

    private static ImmutableArray<Reading> Balancer(BalancerState state, BalancerTelemetry telemetry) =>
    [
        new("requests", telemetry.Arrived), new("errors", telemetry.Failed), .. Latency(telemetry.Latency),
        new("handshakes", telemetry.Handshakes), new("tlsQueue", telemetry.TlsQueue),
        new("healthy",
            state.Targets.Count(target => target.Health == TargetHealth.Healthy && target.Attachment == Attachment.Attached)),
        new("waiting", telemetry.Queue),
    ];

    private static Reading[] Latency(Percentiles latency) =>
    [
        new("p50", Nanoseconds.ToMilliseconds(latency.P50)), new("p95", Nanoseconds.ToMilliseconds(latency.P95)),
        new("p99", Nanoseconds.ToMilliseconds(latency.P99)),
    ];

    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
