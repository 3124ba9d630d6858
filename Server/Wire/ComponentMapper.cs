using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Caches;
using OpsGame.Simulation.Databases;
using OpsGame.Simulation.Racks;
using OpsGame.Simulation.Rollouts;
using OpsGame.Simulation.Servers;
using static OpsGame.Server.Wire.WireUnits;

namespace OpsGame.Server.Wire;

/// <summary>A component's state and its last second → its view. Telemetry is null while it is too new to have any.</summary>
internal static class ComponentMapper
{
    public static RackView View(RackState rack) => new(rack.Id, rack.Units.Length, !rack.Powered ? "no-power" : rack.Uplinked ? "on" : "no-uplink");

    public static ServerView View(ServerState server, ServerTelemetry? now) => new(
        server.Id, server.Rack, server.Slot, server.Size.Id, server.Size.Cores, server.Size.MemoryMiB,
        Dollars(server.Size.NanoDollarsPerHour), Kebab.Of(server.Lifecycle), Ms(server.LifecycleEndsNs), server.Version,
        Share(now?.CpuShare ?? 0), Share(now is null ? 0 : server.MemoryShare(now)), now?.RunQueue ?? 0,
        [.. server.Roles.Select(role => View(role, now?.Roles.FirstOrDefault(each => each.Role == role.Role)))]);

    public static BalancerView View(BalancerState balancer, BalancerTelemetry? now) => new(
        balancer.Id, Kebab.Of(balancer.Algorithm), balancer.FailOpen, View(balancer.Check), Seconds(balancer.DrainNs),
        now?.Arrived ?? 0, now?.Failed ?? 0, Latency(now?.Latency ?? default),
        [.. balancer.Targets.Select(target => View(target, now?.Targets.FirstOrDefault(each => each.Server == target.Server)))]);

    public static CacheView View(CacheState cache, CacheTelemetry? now)
    {
        var lookups = (now?.Hits ?? 0) + (now?.Misses ?? 0);
        return new CacheView(
            cache.Id, cache.Capacity, now?.Entries ?? 0, Seconds(cache.TtlNs), lookups == 0 ? 0 : Share(now!.Hits / (double)lookups),
            lookups, now?.Evictions ?? 0);
    }

    public static DatabaseView View(DatabaseState database, DatabaseTelemetry? now) => new(
        database.Id, database.Server, now?.Connections ?? 0, database.MaxConnections, database.Slots, now?.BusySlots ?? 0,
        now?.SlotQueue ?? 0, now?.LockWaiters ?? 0, now?.Arrived ?? 0, now?.Failed ?? 0, Latency(now?.Latency ?? default));

    public static RolloutView View(RolloutState rollout) => new(
        rollout.Id, Kebab.Of(rollout.Status), rollout.Version, rollout.FromVersion, Kebab.Of(rollout.Step), [.. rollout.Batch],
        [.. rollout.Done], [.. rollout.Waiting], Ms(rollout.StepEndsNs), Kebab.Of(rollout.Options.Strategy), rollout.Share);

    private static RoleView View(RoleState role, RoleTelemetry? now) => new(
        Kebab.Of(role.Role), role.Processes, role.Threads, [.. now?.Busy ?? []], now?.Queue ?? 0, role.QueueLimit, now?.Arrived ?? 0,
        now?.Failed ?? 0, Latency(now?.Latency ?? default));

    private static HealthCheckView View(HealthCheck check) => new(
        Kebab.Of(check.Path), Seconds(check.IntervalNs), Seconds(check.TimeoutNs), check.UnhealthyAfter, check.HealthyAfter);

    private static TargetView View(TargetState target, TargetTelemetry? now) => new(
        target.Server, target.Attachment == Attachment.Attached ? Kebab.Of(target.Health) : Kebab.Of(target.Attachment),
        now?.Outstanding ?? 0, now?.Arrived ?? 0, Kebab.Of(target.LastProbe), Ms(target.LastProbeTookNs), Ms(target.DrainEndsNs));
}
