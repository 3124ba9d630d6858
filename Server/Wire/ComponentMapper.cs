using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;
using static OpsGame.Server.Wire.WireUnits;

namespace OpsGame.Server.Wire;

/// <summary>A component's state and its last second → its view. Telemetry is null while it is too new to have any.</summary>
internal static class ComponentMapper
{
    public static RackView View(RackState rack, RackTelemetry? now) => new(
        rack.Id, rack.Units.Length, !rack.Powered ? "no-power" : rack.Uplinked ? "on" : "no-uplink",
        [.. Feeds(rack, (_, _) => true)], [.. Feeds(rack, (_, returnsNs) => returnsNs > 0)],
        Share(Math.Max(now?.UpShare ?? 0, now?.DownShare ?? 0)), Ms(Math.Max(now?.UpWaitNs ?? 0, now?.DownWaitNs ?? 0)));

    public static BalancerView View(BalancerState balancer, BalancerTelemetry? now, Scenario scenario) => new(
        balancer.Id, Kebab.Of(balancer.Algorithm), balancer.FailOpen, View(balancer.Check), Seconds(balancer.DrainNs),
        now?.Arrived ?? 0, now?.Failed ?? 0, Latency(now?.Latency ?? default),
        [.. balancer.Targets.Select(target => View(target, now?.Targets.FirstOrDefault(each => each.Server == target.Server)))],
        balancer.RateLimit, Ms(balancer.DownUntilNs),
        balancer.Id != scenario.Inner?.Id && scenario.Tls is { End: TlsEnd.Balancer } tls ? View(tls, balancer, now) : null,
        balancer.Id == scenario.Inner?.Id ? "inner" : "outer", now?.Queue ?? 0, Seconds(balancer.Limits.SlowStartNs),
        balancer.Limits.Connections, balancer.Limits.Shed, [.. balancer.Blocked], balancer.Certificate,
        View(balancer.Forwarding), Kebab.Of(balancer.WhenNoneHealthy), balancer.Panic, now?.Retries ?? 0,
            balancer.EndpointLagNs == BalancerState.Deaf ? -1 : Ms(balancer.EndpointLagNs));

    public static CacheView View(CacheState cache, CacheTelemetry? now, Scenario scenario)
    {
        var lookups = (now?.Hits ?? 0) + (now?.Misses ?? 0);
        return new CacheView(
            cache.Id, cache.Capacity, now?.Entries ?? 0, Seconds(cache.TtlNs),
            lookups == 0 ? 0 : Share(now!.Hits / (double)lookups),
            lookups, now?.Evictions ?? 0, scenario.Edge?.Cache.Id == cache.Id ? "edge" : "data",
            [.. cache.Cached], cache.Warming == 0 ? 0 : now?.WarmUp?.Left ?? cache.Warming,
            Ms(cache.ReadyNs), Dollars(cache.NanoDollarsPerHour), Seconds(cache.RevalidateNs));
    }

    public static DatabaseView View(DatabaseState database, DatabaseTelemetry? now) => new(
        database.Id, database.Server, now?.Connections ?? 0, database.MaxConnections, now?.Slots ?? 0, now?.BusySlots ?? 0,
        now?.SlotQueue ?? 0, now?.LockWaiters ?? 0, now?.Arrived ?? 0, now?.Failed ?? 0, Latency(now?.Latency ?? default),
        now?.Deadlocks ?? 0, database.PoolSize, Seconds(database.LockTimeoutNs), Seconds(database.StatementTimeoutNs),
        Seconds(database.PoolTimeoutNs), Ms(database.CurrentLagNs),
        database.Promoting, Ms(database.PromotesNs), database.Reads.Any(each => each.Replica), now?.UnreplicatedWrites ?? 0,
        AlterOf(database.Alter, now), now?.TableWaiters ?? 0, View(database.Pooler, now),
        [.. (now?.Nodes ?? []).Select(node => View(node, database.Copies.FirstOrDefault(copy => copy.Server == node.Server)))]);

    public static QueueView View(QueueState queue, QueueTelemetry? now, QueueSpec spec) => new(
        queue.Id, now?.Waiting ?? 0, now?.InFlight ?? 0, now?.Dead ?? 0, Seconds((now?.AgeNs ?? 0) / Nanoseconds.PerSecond
            * Nanoseconds.PerSecond), now?.Blocked ?? 0, now?.Published ?? 0, now?.Refused ?? 0, now?.Done ?? 0,
        now?.Redelivered ?? 0, now?.Failed ?? 0, now?.DoneTwice ?? 0, now?.Redriving ?? 0, queue.Paused,
        Seconds(queue.VisibilityNs), queue.Batch, spec.Tries, spec.Limit, spec.ByKey, Ms(queue.FullEndsNs), [.. queue.Jobs],
        Dollars(queue.NanoDollarsPerHour));

    public static DnsView View(DnsState dns, DnsTelemetry? now, DnsSpec spec) => new(
        dns.Id, [.. dns.Targets], Seconds(dns.TtlNs), spec.Resolvers, now?.Outdated ?? 0, now?.Queries ?? 0, now?.Lookups ?? 0,
        [.. dns.Former]);

    public static CertificateView View(CertificateState certificate) => new(
        certificate.Id, Ms(certificate.RenewedNs), certificate.Expired);

    public static ScalerView View(ScalerState scaler) => new(
        scaler.Id, Kebab.Of(scaler.Tier), scaler.Size, Kebab.Of(scaler.Policy.Kind), scaler.Desired, scaler.Running.Length,
        scaler.Policy.Min,
        scaler.Policy.Max, Share(scaler.Metric), Share(scaler.Policy.Target), Ms(scaler.QuietUntilNs), scaler.NoRoom,
        ScalingSchedule.Show(scaler.Policy.Schedule), scaler.Policy.Backlog, Kebab.Of(scaler.Health),
        scaler.Policy.Behavior is { } behavior ? View(behavior) : null, scaler.Policy.Connections);

    public static RolloutView View(RolloutState rollout) => new(
        rollout.Id, Kebab.Of(rollout.Status), rollout.Version, rollout.FromVersion, Kebab.Of(rollout.Step), [.. rollout.Batch],
        [.. rollout.Done], [.. rollout.Waiting], Ms(rollout.Lasts ? rollout.StepEndsNs : 0), Kebab.Of(rollout.Options.Strategy),
        rollout.Share);

    private static IEnumerable<string> Feeds(RackState rack, Func<string, long, bool> counts)
    {
        if (rack.Feeds.HasFlag(PowerFeeds.A) && counts("a", rack.FeedAReturnsNs)) yield return "a";
        if (rack.Feeds.HasFlag(PowerFeeds.B) && counts("b", rack.FeedBReturnsNs)) yield return "b";
    }

    /// <summary>One that has just begun is not measured yet.</summary>
    private static string AlterOf(TableAlter? alter, DatabaseTelemetry? now) =>
        alter is not { UnderWay: true } ? "none"
            : now?.Alter is { Phase: AlterPhase.Working or AlterPhase.Resting } seen && seen.Number == alter.Number
                ? Kebab.Of(seen.Phase)
                : Kebab.Of(AlterPhase.Waiting);

    private static PoolerView? View(PoolerSpec? pooler, DatabaseTelemetry? now) => pooler is null ? null : new PoolerView(
        Kebab.Of(pooler.Mode), pooler.Connections, now?.PoolerBusy ?? 0, pooler.Clients, now?.PoolerClients ?? 0,
        now?.PoolerWaiting ?? 0);

    private static DatabaseNodeView View(DatabaseNodeTelemetry node, ReplicaCopy? copy) => new(
        node.Server, node.Up, node.Connections, node.IdleConnections, node.Slots, node.BusySlots, node.SlotQueue, node.WarmKeys,
        node.Arrived, node.Failed,
        Latency(node.Latency), copy is not null, Ms(copy?.EndsNs ?? 0));

    private static TlsView View(TlsSpec tls, BalancerState balancer, BalancerTelemetry? now) => new(
        tls.Cores, now?.TlsBusy ?? 0, now?.TlsQueue ?? 0, now?.Handshakes ?? 0, balancer.HandshakeLimit);

    private static BehaviorView View(ScalingBehavior behavior) => new(
        Seconds(behavior.EveryNs), behavior.Tolerance, Seconds(behavior.Up.WindowNs), Seconds(behavior.Down.WindowNs));

    private static HealthCheckView View(HealthCheck check) => new(
        Kebab.Of(check.Path), Seconds(check.IntervalNs), Seconds(check.TimeoutNs), check.UnhealthyAfter, check.HealthyAfter);

    private static TargetView View(TargetState target, TargetTelemetry? now) => new(
        target.Server, StateOf(target),
        now?.Outstanding ?? 0, now?.Arrived ?? 0, Kebab.Of(target.LastProbe), Ms(target.LastProbeTookNs), Ms(target.DrainEndsNs),
        target.Weight, now?.Failed ?? 0, Ms(target.EjectedUntilNs), target.Ready,
        now?.Sessions ?? 0, now?.Connections ?? 0);

    private static string StateOf(TargetState target) => target switch
    {
        { Attachment: not Attachment.Attached } => Kebab.Of(target.Attachment),
        { EjectedUntilNs: > 0, Health: TargetHealth.Healthy } => "ejected",
        _ => Kebab.Of(target.Health),
    };

    private static ForwardingView View(Forwarding forwarding) => new(
        Seconds(forwarding.ResponseTimeoutNs), Seconds(forwarding.IdleTimeoutNs), forwarding.Retry.Attempts,
        forwarding.Retry.Budget, forwarding.Ejection.Failures, Seconds(forwarding.Ejection.WithinNs),
        Seconds(forwarding.Ejection.BaseNs), Kebab.Of(forwarding.Sticky), Seconds(forwarding.StickyNs));
}
