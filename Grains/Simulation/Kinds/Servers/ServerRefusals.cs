using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class ServerRefusals
{
    public static RefusalCode AttachedAlready { get; } = new("server-attached-already");

    public static RefusalCode Changing { get; } = new("server-changing");

    public static RefusalCode CheckTimeoutTooLong { get; } = new("check-timeout-too-long");

    public static RefusalCode DiskEndless { get; } = new("disk-endless");

    public static RefusalCode DiskShort { get; } = new("disk-short");

    public static RefusalCode DrainedAlready { get; } = new("server-drained-already");

    public static RefusalCode FirewallClosedAlready { get; } = new("firewall-closed-already");

    public static RefusalCode FirewallOpenAlready { get; } = new("firewall-open-already");

    public static RefusalCode GenerationsFull { get; } = new("generations-full");

    public static RefusalCode HasDatabase { get; } = new("server-has-database");

    public static RefusalCode HasNoBalancer { get; } = new("server-has-no-balancer");

    public static RefusalCode Leaving { get; } = new("server-leaving");

    public static RefusalCode MemoryLimitShort { get; } = new("memory-limit-short");

    public static RefusalCode MemoryShort { get; } = new("memory-short");

    public static RefusalCode NoPower { get; } = new("server-no-power");

    public static RefusalCode NoProxy { get; } = new("no-proxy");

    public static RefusalCode NotRunning { get; } = new("server-not-running");

    public static RefusalCode NotStopped { get; } = new("server-not-stopped");

    public static RefusalCode PortEmpty { get; } = new("port-empty");

    public static RefusalCode PortNotReady { get; } = new("port-not-ready");

    public static RefusalCode PortTaken { get; } = new("port-taken");

    public static RefusalCode ProcessDownAlready { get; } = new("process-down-already");

    public static RefusalCode ProcessMissing { get; } = new("process-missing");

    public static RefusalCode ReloadPending { get; } = new("reload-pending");

    public static RefusalCode RoleMissing { get; } = new("role-missing");

    public static RefusalCode RotationTooBig { get; } = new("rotation-too-big");

    public static RefusalCode SizeSame { get; } = new("size-same");

    public static RefusalCode SizeUnknown { get; } = new("size-unknown");

    public static RefusalCode SwitchPending { get; } = new("switch-pending");

    public static RefusalCode Unknown { get; } = new("server-unknown");

    public static RefusalCode VersionUnknown { get; } = new("version-unknown");
}
