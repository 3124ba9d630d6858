using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class BalancerRefusals
{
    public static RefusalCode CertificateServed { get; } = new("certificate-served");

    public static RefusalCode Down { get; } = new("balancer-down");

    public static RefusalCode NoHandshakes { get; } = new("no-handshakes");

    public static RefusalCode NotATarget { get; } = new("not-a-target");

    public static RefusalCode TargetAttached { get; } = new("target-attached");

    public static RefusalCode TargetNotAttached { get; } = new("target-not-attached");
}
