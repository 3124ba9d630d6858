using System.Collections.Immutable;

namespace OpsGame.Server.Formats;

/// <summary>A setting of another product, and the key of a scenario file that stands for it.</summary>
/// <param name="Name">As the product writes it; several ways to write it with ", " between them.</param>
/// <param name="Key">Keys joined by dots, entries of lists left out; null: nothing here does what it does.</param>
/// <param name="Note">What differs, or what to use instead.</param>
internal sealed record VendorKey(string Product, string Name, string? Key, string Note = "");

/// <summary>Settings as other products call them: for messages about unknown keys, and for the page that compares them.</summary>
internal static class VendorKeys
{
    public static ImmutableArray<VendorKey> All { get; } =
    [
        new("HAProxy", "balance roundrobin", "balancer.algorithm", "round-robin"),
        new("HAProxy", "balance leastconn", "balancer.algorithm", "least-outstanding"),
        new("HAProxy", "balance random(2)", "balancer.algorithm", "two-choices"),
        new("HAProxy", "weight", "servers.weight"),
        new("HAProxy", "inter", "balancer.check.interval", "default 2 s there, 30 s here"),
        new("HAProxy", "fall", "balancer.check.unhealthy-after", "default 3 there, 2 here"),
        new("HAProxy", "rise", "balancer.check.healthy-after", "default 2 there, 5 here"),
        new("HAProxy", "timeout check", "balancer.check.timeout"),
        new("HAProxy", "maxconn", "balancer.connections", "of a server line"),
        new("HAProxy", "maxqueue", "balancer.queue", "here of the whole balancer, there of a server"),
        new("HAProxy", "timeout queue", "balancer.queue-timeout"),
        new("HAProxy", "timeout connect", "balancer.connect-timeout"),
        new("HAProxy", "timeout server", "balancer.response-timeout"),
        new("HAProxy", "retries", "balancer.retry.attempts", "one more here: the first one counts"),
        new("HAProxy", "retry-on", "balancer.retry", "its causes are keys of their own"),
        new("HAProxy", "option redispatch, redispatch", "balancer.retry.redispatch", "here every retry goes to another server"),
        new("HAProxy", "observe", "balancer.passive"),
        new("HAProxy", "error-limit", "balancer.passive.failures"),
        new("HAProxy", "slowstart", "balancer.slow-start"),
        new("HAProxy", "option abortonclose, abortonclose", "balancer.on-client-abort", "close"),
        new("HAProxy", "timeout http-keep-alive", "network.keep-alive"),

        new("nginx", "least_conn", "balancer.algorithm", "least-outstanding"),
        new("nginx", "max_conns", "balancer.connections"),
        new("nginx", "max_fails", "balancer.passive.failures"),
        new("nginx", "fail_timeout", "balancer.passive.within", "and balancer.passive.out"),
        new("nginx", "slow_start", "balancer.slow-start"),
        new("nginx", "proxy_connect_timeout", "balancer.connect-timeout", "default 60 s there, 1 s here"),
        new("nginx", "proxy_read_timeout", "balancer.response-timeout", "default 60 s there"),
        new("nginx", "proxy_next_upstream", "balancer.retry", "error: refused and reset; timeout; http_500: errors; non_idempotent: writes"),
        new("nginx", "proxy_next_upstream_tries", "balancer.retry.attempts"),
        new("nginx", "proxy_ignore_client_abort", "balancer.on-client-abort", "on: keep"),
        new("nginx", "keepalive_timeout", "network.keep-alive", "the same default, 75 s"),
        new("nginx", "worker_processes", "servers.roles.web.processes"),
        new("nginx", "worker_connections", "servers.roles.web.threads", "with discipline: run-to-completion"),
        new("nginx", "worker_shutdown_timeout", "operations.shutdown-timeout"),
        new("nginx", "limit_req", "balancer.rate-limit", "of all users together; burst: one second's worth"),
        new("nginx", "proxy_cache_lock", "edge.single-flight"),

        new("Apache", "MaxRequestWorkers", "servers.roles.web.threads", "processes × threads"),
        new("Apache", "ListenBacklog", "servers.roles.web.queue"),

        new("AWS", "HealthCheckIntervalSeconds, interval_seconds", "balancer.check.interval"),
        new("AWS", "HealthCheckTimeoutSeconds", "balancer.check.timeout"),
        new("AWS", "UnhealthyThresholdCount, unhealthy_threshold", "balancer.check.unhealthy-after"),
        new("AWS", "HealthyThresholdCount, healthy_threshold", "balancer.check.healthy-after"),
        new("AWS", "deregistration_delay.timeout_seconds, deregistration_delay", "balancer.drain", "the same default, 300 s"),
        new("AWS", "slow_start.duration_seconds, slow_start", "balancer.slow-start"),
        new("AWS", "load_balancing.algorithm.type", "balancer.algorithm"),
        new("AWS", "idle_timeout.timeout_seconds", "balancer.response-timeout", "and balancer.idle-timeout"),
        new("AWS", "MinSize, min_size", "scalers.min"),
        new("AWS", "MaxSize, max_size", "scalers.max"),
        new("AWS", "DesiredCapacity, desired_capacity", "servers", "the servers that stand there at the start"),
        new("AWS", "TargetValue", "scalers.target", "a share, not a percentage"),
        new("AWS", "DefaultCooldown", "scalers.cooldown", "the same default, 300 s"),
        new("AWS", "EstimatedInstanceWarmup", "scalers.warmup"),
        new("AWS", "VisibilityTimeout", "queue.visibility"),
        new("AWS", "maxReceiveCount", "queue.tries"),

        new("Kubernetes", "replicas", "servers", "the servers that stand there at the start"),
        new("Kubernetes", "minReplicas", "scalers.min"),
        new("Kubernetes", "maxReplicas", "scalers.max"),
        new("Kubernetes", "averageUtilization", "scalers.target", "a share of the server's cores, not a percentage of requests.cpu"),
        new("Kubernetes", "targetCPUUtilizationPercentage", "scalers.target", "a share, not a percentage"),
        new("Kubernetes", "resources.limits.memory", "servers.roles.app.memory-limit", "of a process"),
        new("Kubernetes", "resources.limits.cpu", "sizes.cores", "of the whole server; no throttling by quota"),

        new("Envoy", "LEAST_REQUEST", "balancer.algorithm", "two-choices"),
        new("Envoy", "connect_timeout", "balancer.connect-timeout"),
        new("Envoy", "timeout", "balancer.response-timeout", "of a route; default 15 s there"),
        new("Envoy", "retry_policy", "balancer.retry"),
        new("Envoy", "num_retries", "balancer.retry.attempts", "one more here: the first one counts"),
        new("Envoy", "retry_budget", "balancer.retry.budget", "a share of requests, not of those active"),
        new("Envoy", "outlier_detection", "balancer.passive"),
        new("Envoy", "consecutive_5xx", "balancer.passive.failures", "with errors: true"),
        new("Envoy", "base_ejection_time", "balancer.passive.out"),
        new("Envoy", "max_ejection_time", "balancer.passive.out-at-most"),
        new("Envoy", "max_ejection_percent", "balancer.passive.share", "a share, not a percentage"),
        new("Envoy", "healthy_panic_threshold", "balancer.panic", "a share, not a percentage"),

        new("PostgreSQL", "max_connections", "database.connections", "the same default, 100"),
        new("PostgreSQL", "deadlock_timeout", "database.deadlock-check"),
        new("PostgreSQL", "lock_timeout", "database.lock-timeout"),
        new("PostgreSQL", "statement_timeout", "database.statement-timeout"),

        new("HikariCP", "maximumPoolSize", "database.pool"),
        new("HikariCP", "connectionTimeout", "database.pool-timeout"),

        new("resilience4j", "failureRateThreshold", "breakers.app.errors", "a share, not a percentage"),
        new("resilience4j", "slidingWindowSize", "breakers.app.window", "in time"),
        new("resilience4j", "minimumNumberOfCalls", "breakers.app.calls"),
        new("resilience4j", "waitDurationInOpenState", "breakers.app.open"),
    ];
}
