using System.Collections.Immutable;

namespace OpsGame.Simulation.Causes;

/// <summary>
/// What can be wrong with a web system: the taxonomy a root cause is named from. Ids (<see cref="Taxonomy"/>) stand in logs and
/// files and never change.
/// </summary>
public enum FailureKind
{
    RetryStorm,
    HungBackend,
    BlackHole,
    CascadingEjection,
    ShallowCheck,
    DeepCheck,
    ThreadExhaustion,
    ConnectionsExhausted,
    LockConvoy,
    LongTransaction,
    Deadlocks,
    CacheStampede,
    ColdCache,
    SlowScaling,
    ScalingOscillation,
    TooManyDetached,
    KilledWithoutDraining,
    BadRelease,
    ReloadPileUp,
    ReconnectStorm,
    RackLost,
    CertificateExpired,
    FirewallClosed,
    MemoryLeak,
    DiskFull,
    HiddenBacklog,
    VisibilityTooShort,
    PoisonMessage,
    BacklogOutlivesItsCause,
    WorkersDrownDatabase,
    RedriveStorm,
    LockQueue,
    PoolDeadlock,
    OldAddress,
    OldPages,
}

/// <summary>Their ids, in the same order.</summary>
public static class Taxonomy
{
    public static readonly ImmutableArray<string> Ids =
    [
        "retry-storm", "hung-backend", "black-hole", "cascading-ejection", "shallow-check", "deep-check", "thread-exhaustion",
        "connections-exhausted", "lock-convoy", "long-transaction", "deadlocks", "cache-stampede", "cold-cache", "slow-scaling",
        "scaling-oscillation", "too-many-detached", "killed-without-draining", "bad-release", "reload-pile-up", "reconnect-storm",
        "rack-lost", "certificate-expired", "firewall-closed", "memory-leak", "disk-full",
        "hidden-backlog", "visibility-too-short", "poison-message", "backlog-outlives-its-cause", "workers-drown-database",
        "redrive-storm", "lock-queue", "pool-deadlock", "old-address", "old-pages",
    ];

    public static string IdOf(FailureKind kind) => Ids[(int)kind];

    /// <summary>Of an id that was checked.</summary>
    public static FailureKind Of(string id) => (FailureKind)Ids.IndexOf(id);
}
