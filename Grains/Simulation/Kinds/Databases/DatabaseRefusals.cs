using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class DatabaseRefusals
{
    public static RefusalCode AlterNoPrimary { get; } = new("alter-no-primary");

    public static RefusalCode AlterUnderWay { get; } = new("alter-under-way");

    public static RefusalCode FailoverNoReplica { get; } = new("failover-no-replica");

    public static RefusalCode FailoverNoReplicaUp { get; } = new("failover-no-replica-up");

    public static RefusalCode FailoverRunning { get; } = new("failover-running");

    public static RefusalCode NoAlter { get; } = new("no-alter");

    public static RefusalCode NoPooler { get; } = new("no-pooler");

    public static RefusalCode NoSession { get; } = new("no-session");

    public static RefusalCode NoSessionOf { get; } = new("no-session-of");

    public static RefusalCode NobodyBlocks { get; } = new("nobody-blocks");

    public static RefusalCode ReplicaIsPrimary { get; } = new("replica-is-primary");

    public static RefusalCode ReplicaNone { get; } = new("replica-none");

    public static RefusalCode ReplicaSharesServer { get; } = new("replica-shares-server");

    public static RefusalCode ReplicaUnknown { get; } = new("replica-unknown");
}
