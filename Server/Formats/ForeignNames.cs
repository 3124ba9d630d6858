using System.Collections.Frozen;

namespace OpsGame.Server.Formats;

/// <summary>Keys as other products call them, for whoever writes those from memory.</summary>
internal static class ForeignNames
{
    private static readonly FrozenDictionary<string, (string Product, string Ours)> Known = new[]
    {
        ("inter", "HAProxy", "check.interval of a balancer"),
        ("fall", "HAProxy", "check.unhealthy-after of a balancer"),
        ("rise", "HAProxy", "check.healthy-after of a balancer"),
        ("maxconn", "HAProxy", "connections of a balancer"),
        ("maxqueue", "HAProxy", "queue of a balancer"),
        ("timeout-queue", "HAProxy", "queue-timeout of a balancer"),
        ("timeout-connect", "HAProxy", "connect-timeout of a balancer"),
        ("timeout-check", "HAProxy", "check.timeout of a balancer"),
        ("abortonclose", "HAProxy", "on-client-abort of a balancer"),
        ("max-conns", "nginx", "connections of a balancer"),
        ("max-fails", "nginx", "check.unhealthy-after of a balancer"),
        ("proxy-connect-timeout", "nginx", "connect-timeout of a balancer"),
        ("proxy-ignore-client-abort", "nginx", "on-client-abort of a balancer"),
        ("keepalive-timeout", "nginx", "keep-alive of network"),
        ("worker-processes", "nginx", "processes of a role"),
        ("worker-connections", "nginx", "threads of a role"),
        ("worker-shutdown-timeout", "nginx", "shutdown-timeout of operations"),
        ("limit-req", "nginx", "rate-limit of a balancer"),
        ("max-request-workers", "Apache", "threads of a role"),
        ("unhealthy-threshold", "AWS", "check.unhealthy-after of a balancer"),
        ("unhealthy-threshold-count", "AWS", "check.unhealthy-after of a balancer"),
        ("healthy-threshold", "AWS", "check.healthy-after of a balancer"),
        ("healthy-threshold-count", "AWS", "check.healthy-after of a balancer"),
        ("health-check-interval-seconds", "AWS", "check.interval of a balancer"),
        ("health-check-timeout-seconds", "AWS", "check.timeout of a balancer"),
        ("deregistration-delay", "AWS", "drain of a balancer"),
        ("min-size", "AWS", "min of a scaler"),
        ("max-size", "AWS", "max of a scaler"),
        ("desired-capacity", "AWS", "the servers that stand there at the start"),
        ("target-value", "AWS", "target of a scaler"),
        ("default-cooldown", "AWS", "cooldown of a scaler"),
        ("estimated-instance-warmup", "AWS", "warmup of a scaler"),
        ("visibility-timeout", "AWS", "visibility of the queue"),
        ("max-receive-count", "AWS", "tries of the queue"),
        ("min-replicas", "Kubernetes", "min of a scaler"),
        ("max-replicas", "Kubernetes", "max of a scaler"),
        ("replicas", "Kubernetes", "the servers that stand there at the start"),
        ("target-cpu-utilization-percentage", "Kubernetes", "target of a scaler, as a share"),
        ("period-seconds", "Kubernetes", "check.interval of a balancer"),
        ("timeout-seconds", "Kubernetes", "check.timeout of a balancer"),
        ("failure-threshold", "Kubernetes", "check.unhealthy-after of a balancer"),
        ("success-threshold", "Kubernetes", "check.healthy-after of a balancer"),
        ("max-connections", "PostgreSQL", "connections of the database"),
        ("deadlock-timeout", "PostgreSQL", "deadlock-check of the database"),
        ("default-pool-size", "PgBouncer", "connections of the database's pooler"),
        ("query-wait-timeout", "PgBouncer", "timeout of the database's pooler"),
        ("max-client-conn", "PgBouncer", "clients of the database's pooler"),
        ("pool-mode", "PgBouncer", "mode of the database's pooler"),
        ("maximum-pool-size", "HikariCP", "pool of the database"),
        ("connection-timeout", "HikariCP", "pool-timeout of the database"),
        ("failure-rate-threshold", "resilience4j", "errors of a breaker"),
        ("sliding-window-size", "resilience4j", "window of a breaker"),
        ("minimum-number-of-calls", "resilience4j", "calls of a breaker"),
        ("slow-call-duration-threshold", "resilience4j", "slow of a breaker"),
        ("slow-call-rate-threshold", "resilience4j", "slow-share of a breaker"),
        ("max-concurrent-calls", "resilience4j", "calls of a bulkhead"),
        ("max-wait-duration", "resilience4j", "wait of a bulkhead"),
        ("wait-duration-in-open-state", "resilience4j", "open of a breaker"),
    }.ToFrozenDictionary(each => Bare(each.Item1), each => (each.Item2, each.Item3), StringComparer.Ordinal);

    /// <summary>What somebody may have meant by a key that is not there, as the end of a sentence; null: nobody knows.</summary>
    public static string? Meant(string written, IReadOnlyCollection<string> known)
    {
        if (known.FirstOrDefault(key => Bare(key) == Bare(written)) is { } same) return $"did you mean '{same}'?";
        if (Known.TryGetValue(Bare(written), out var foreign))
            return $"what {foreign.Product} calls so is {foreign.Ours} here";
        return Likeness.Of(written, known) is { } like ? $"did you mean '{like}'?" : null;
    }

    /// <summary>However its words are joined: maxFails, max_fails, max-fails.</summary>
    private static string Bare(string key) =>
        new([.. key.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
