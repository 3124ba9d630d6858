using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>What is told of: codes of their texts.</summary>
public static class DatabaseEvents
{
    public static EventCode AlterCancelled { get; } = new("alter-cancelled");

    public static EventCode AlterGaveUp { get; } = new("alter-gave-up");

    public static EventCode AlterLost { get; } = new("alter-lost");

    public static EventCode ConnectionsSet { get; } = new("database-connections-set");

    public static EventCode FailedOver { get; } = new("database-failed-over");

    public static EventCode FailingOver { get; } = new("database-failing-over");

    public static EventCode LockTimeoutSet { get; } = new("lock-timeout-set");

    public static EventCode PoolSet { get; } = new("database-pool-set");

    public static EventCode PoolTimeoutSet { get; } = new("pool-timeout-set");

    public static EventCode PoolerSet { get; } = new("pooler-set");

    public static EventCode ReadsAfterWrite { get; } = new("reads-after-write");

    public static EventCode ReadsPrimary { get; } = new("reads-primary");

    public static EventCode ReadsReplica { get; } = new("reads-replica");

    public static EventCode ReplicaCopyBroken { get; } = new("replica-copy-broken");

    public static EventCode ReplicaCopying { get; } = new("replica-copying");

    public static EventCode ReplicaRemoving { get; } = new("replica-removing");

    public static EventCode ReplicaServing { get; } = new("replica-serving");

    public static EventCode SessionKilled { get; } = new("session-killed");

    public static EventCode SessionsKilled { get; } = new("sessions-killed");

    public static EventCode StatementTimeoutSet { get; } = new("statement-timeout-set");

    public static EventCode TableAltered { get; } = new("table-altered");

    public static EventCode TableAltering { get; } = new("table-altering");
}
