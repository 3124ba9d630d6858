using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>An action as it is taken, and the event it is answered with.</summary>
internal sealed record ActionCase(string Script, string Event, string Scenario = Proving.Everything);

/// <summary>One line an action: how it is taken on the scenario that has everything, and the event it is answered with.</summary>
internal static class ActionCases
{
    public static readonly Dictionary<string, ActionCase> Players = new()
    {
        ["add-server"] = new("add-server rack-1 size=small", "server-bought"),
        ["remove-server"] = new("remove-server web-2", "server-removing"),
        ["start-server"] = new("stop-server web-2; hear server-stopped; start-server web-2", "server-starting"),
        ["stop-server"] = new("stop-server web-2", "server-stopping"),
        ["restart-server"] = new("restart-server web-1", "server-restarting"),
        ["change-threads"] = new("change-threads web-1 role=web processes=2 threads=8", "threads-changing"),
        ["reload"] = new("reload web-1 role=web", "reloading"),
        ["kill-process"] = new("kill-process web-1 process=2", "process-killing"),
        ["install-beside"] = new("install-beside web-1 version=v2", "port-installing"),
        ["switch-port"] = new("install-beside web-1 version=v2; hear port-ready; switch-port web-1", "port-switching-reload"),
        ["stop-port"] = new("install-beside web-1 version=v2; hear port-ready; stop-port web-1", "port-stopping"),
        ["clear-logs"] = new("clear-logs web-1", "logs-clearing"),
        ["rotate-logs"] = new("rotate-logs web-1 keep=100", "rotation-set"),
        ["set-queue-discipline"] = new("set-queue-discipline web-1", "queue-lifo"),
        ["open-firewall"] = new("close-firewall web-1 from=users; open-firewall web-1", "firewall-opened"),
        ["close-firewall"] = new("close-firewall web-1 from=web", "firewall-closed"),
        ["attach"] = new("detach balancer server=web-1; attach balancer server=web-1", "target-attaching"),
        ["detach"] = new("detach inner server=app-1", "target-draining"),
        ["set-algorithm"] = new("set-algorithm balancer algorithm=two-choices", "algorithm-set"),
        ["set-health-check"] = new("set-health-check inner path=deep interval=5", "health-check-set"),
        ["set-rate-limit"] = new("set-rate-limit balancer limit=100", "rate-limit-set"),
        ["set-weight"] = new("set-weight balancer server=web-1 weight=5", "weight-set"),
        ["set-drain-time"] = new("set-drain-time balancer seconds=30", "drain-time-set"),
        ["set-slow-start"] = new("set-slow-start balancer seconds=30", "slow-start-set"),
        ["set-connection-limit"] = new("set-connection-limit balancer connections=10", "connection-limit-set"),
        ["set-load-shedding"] = new("set-load-shedding inner outstanding=50", "load-shedding-set"),
        ["block-source"] = new("block-source web-1 source=campus; block-source balancer source=campus", "source-block-set"),
        ["unblock-source"] =
            new("block-source balancer source=campus; unblock-source balancer source=campus", "source-block-lifted"),
        ["restart-balancer"] = new("restart-balancer inner", "balancer-restarting"),
        ["set-handshake-limit"] = new("set-handshake-limit balancer handshakes=50", "handshake-limit-set"),
        ["set-certificate"] = new("set-certificate balancer certificate=certificate-2", "certificate-set"),
        ["add-address"] = new("add-address dns address=balancer", "address-added"),
        ["remove-address"] = new("add-address dns address=balancer; remove-address dns address=edge", "address-removed"),
        ["set-record-ttl"] = new("set-record-ttl dns seconds=5", "record-ttl-set"),
        ["renew-certificate"] = new("renew-certificate certificate", "certificate-renewing"),
        ["add-cache"] = new("remove-cache cache; add-cache rack-1 capacity=50 ttl=30", "cache-bought"),
        ["remove-cache"] = new("remove-cache cache", "cache-removed"),
        ["flush-cache"] = new("flush-cache cache", "cache-flushed"),
        ["resize-cache"] = new("resize-cache edge capacity=10", "cache-resized"),
        ["set-ttl"] = new("set-ttl cache seconds=5", "cache-ttl-set"),
        ["set-jitter"] = new("set-jitter cache jitter=0.2", "cache-jitter-set"),
        ["set-single-flight"] = new("set-single-flight edge on=true", "cache-single-flight-on"),
        ["set-invalidation"] = new("set-invalidation cache on=false", "cache-invalidation-off"),
        ["set-cached"] = new("set-cached cache class=browse on=false", "cache-class-off"),
        ["warm-cache"] = new("warm-cache cache rate=1", "cache-warms"),
        ["stop-warming"] = new("warm-cache cache rate=1; stop-warming cache", "cache-warming-stopped"),
        ["pause-queue"] = new("pause-queue queue", "queue-paused"),
        ["resume-queue"] = new("pause-queue queue; resume-queue queue", "queue-resumed"),
        ["set-visibility"] = new("set-visibility queue visibility=60", "visibility-set"),
        ["set-batch"] = new("set-batch queue batch=5", "batch-set"),
        ["bury-message"] = new("pause-queue queue; pass 6; bury-message queue", "message-buried"),
        ["redrive-queue"] = new("pause-queue queue; pass 6; bury-message queue; pass 1; redrive-queue queue", "queue-redrives"),
        ["purge-queue"] = new("pause-queue queue; pass 6; purge-queue queue", "queue-purged"),
        ["set-max-connections"] = new("set-max-connections database connections=50", "database-connections-set"),
        ["set-pool"] = new("set-pool database connections=8", "database-pool-set"),
        ["add-replica"] = new("add-replica database size=small rack=rack-1", "replica-bought"),
        ["remove-replica"] = new("remove-replica database server=db-2", "replica-removing"),
        ["fail-over"] = new("fail-over database", "database-failing-over"),
        ["set-breaker"] = new("set-breaker database window=50 calls=20; set-breaker web-1 window=50 calls=20", "app-breaker-set"),
        ["set-server-check"] =
            new("set-server-check web-1 check=readiness interval=5 timeout=2; set-server-check web-1 on=false", "server-check-set"),
        ["set-retry-budget"] = new("set-retry-budget users share=0.2", "retry-budget-set"),
        ["set-feature"] = new("set-feature users feature=recommendations on=false", "feature-switched-off"),
        ["set-scaling"] = new("set-scaling scaler policy=schedule min=1 max=4 schedule=0s_2,20m_3", "scaling-scheduled"),
        ["start-rollout"] = new("start-rollout rollout version=v2", "rollout-started"),
        ["pause-rollout"] = new("start-rollout rollout version=v2; pause-rollout rollout", "rollout-paused"),
        ["resume-rollout"] =
            new("start-rollout rollout version=v2; pause-rollout rollout; resume-rollout rollout", "rollout-resumed"),
        ["roll-back"] = new("start-rollout rollout version=v2; roll-back rollout", "rollout-rolling-back"),
        ["drain-server"] = new("drain-server web-1", "server-draining"),
        ["undrain-server"] = new("drain-server web-1; hear target-draining; undrain-server web-1", "server-returning"),
        ["change-size"] = new("change-size web-1 size=diskless", "server-resizing"),
        ["move-server"] = new("move-server web-1 rack=rack-2", "server-moving"),
        ["set-pool-timeout"] = new("set-pool-timeout database seconds=2", "pool-timeout-set"),
        ["set-lock-timeout"] = new("set-lock-timeout database seconds=2", "lock-timeout-set"),
        ["set-statement-timeout"] = new("set-statement-timeout database seconds=2", "statement-timeout-set"),
        ["kill-session"] = new("pass 1; kill-session database", "session-killed", Proving.Alone),
        ["list-processes"] = new("list-processes web-1", "look-list-processes"),
        ["show-locks"] = new("show-locks database", "look-show-locks"),
        ["slow-queries"] = new("slow-queries database", "look-slow-queries"),
        ["read-access-log"] = new("read-access-log balancer", "look-read-access-log"),
        ["check-certificate"] = new("check-certificate certificate", "look-check-certificate"),
        ["trace-request"] = new("trace-request users", "look-trace-request"),
        ["declare-incident"] = new("declare-incident incident what=slow", "incident-declared"),
        ["take-role"] = new("take-role incident role=operations", "role-taken"),
        ["post-status"] = new("declare-incident incident what=slow; post-status incident text=soon", "status-posted"),
        ["name-cause"] =
            new("declare-incident incident what=slow; name-cause incident component=web-1 failure=hung-backend", "cause-named"),
        ["close-incident"] = new("declare-incident incident what=slow; close-incident incident", "incident-closed"),
        ["take-hint"] = new("take-hint hints", "hint-taken"),
        ["acknowledge"] = new("rack-power rack-2; hear alert-server-down; acknowledge alert-1", "alert-acknowledged"),
    };

    /// <summary>Faults nobody is told of: what they change is seen in the frames.</summary>
    public static readonly Dictionary<string, (string Script, Func<Frame, bool> Seen)> Faults = new()
    {
        ["rack-power"] = ("rack-power rack-2", frame => Says(frame, "rack-power-lost")),
        ["rack-uplink"] = ("rack-uplink rack-2", frame => Says(frame, "rack-uplink-lost")),
        ["feed-power"] = ("feed-power feed-a", frame => Says(frame, "rack-power-lost")),
        ["server-hang"] = ("server-hang web-1", frame => Says(frame, "target-unhealthy")),
        ["server-crash"] = ("server-crash web-1", frame => Says(frame, "server-crashed")),
        ["server-slow"] = ("server-slow web-1 amount=100", frame => frame.Classes[0].Latency.P99 > 200),
        ["database-slow"] = ("database-slow database amount=100", frame => frame.Classes[0].Latency.P99 > 100),
        ["process-crash"] = ("process-crash web-1", frame => Says(frame, "process-crashed")),
        ["firewall"] = ("firewall web-1 from=users", frame => frame.Servers.Any(server => server.Firewall is ["users"])),
        ["log-flood"] = ("log-flood web-1 amount=10", frame => frame.Servers.Any(server => server.LogFactor == 10)),
        ["replication-lag"] = ("replication-lag database", frame => Says(frame, "alert-replication-lag")),
        ["balancer-crash"] = ("balancer-crash balancer", frame => Says(frame, "balancer-crashed")),
        ["producer-burst"] = ("producer-burst queue amount=5000", frame => frame.Queues.Any(queue => queue.Waiting > 1_000)),
        ["poison-message"] = ("poison-message queue", frame => Says(frame, "process-killed")),
        ["queue-disk-full"] = ("queue-disk-full queue", frame => Says(frame, "queue-disk-is-full")),
        ["traffic-surge"] = ("traffic-surge users amount=5", frame => frame.Classes[0].OfferedPerSecond > 50),
    };

    private static bool Says(Frame frame, string code) => frame.Events.Any(happened => happened.Code == code);
}
