using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>What is told of: codes of their texts.</summary>
public static class BalancerEvents
{
    public static EventCode AlgorithmSet { get; } = new("algorithm-set");

    public static EventCode CertificateSet { get; } = new("certificate-set");

    public static EventCode ConnectionLimitSet { get; } = new("connection-limit-set");

    public static EventCode Crashed { get; } = new("balancer-crashed");

    public static EventCode DrainTimeSet { get; } = new("drain-time-set");

    public static EventCode EndpointLagOff { get; } = new("endpoint-lag-off");

    public static EventCode EndpointLagSet { get; } = new("endpoint-lag-set");

    public static EventCode FailsOpen { get; } = new("balancer-fails-open");

    public static EventCode HandshakeLimitSet { get; } = new("handshake-limit-set");

    public static EventCode HealthCheckSet { get; } = new("health-check-set");

    public static EventCode IdleTimeoutSet { get; } = new("idle-timeout-set");

    public static EventCode LoadSheddingSet { get; } = new("load-shedding-set");

    public static EventCode Panics { get; } = new("balancer-panics");

    public static EventCode PassiveEjectionSet { get; } = new("passive-ejection-set");

    public static EventCode RateLimitSet { get; } = new("rate-limit-set");

    public static EventCode Recovered { get; } = new("balancer-recovered");

    public static EventCode ResponseTimeoutSet { get; } = new("response-timeout-set");

    public static EventCode Restarting { get; } = new("balancer-restarting");

    public static EventCode RetriesSet { get; } = new("retries-set");

    public static EventCode Running { get; } = new("balancer-running");

    public static EventCode SlowStartSet { get; } = new("slow-start-set");

    public static EventCode StickyAddress { get; } = new("sticky-address");

    public static EventCode StickyCookie { get; } = new("sticky-cookie");

    public static EventCode StickyNone { get; } = new("sticky-none");

    public static EventCode TargetAttaching { get; } = new("target-attaching");

    public static EventCode TargetDrained { get; } = new("target-drained");

    public static EventCode TargetDraining { get; } = new("target-draining");

    public static EventCode TargetEjected { get; } = new("target-ejected");

    public static EventCode TargetHealthy { get; } = new("target-healthy");

    public static EventCode TargetReadmitted { get; } = new("target-readmitted");

    public static EventCode TargetUnhealthy { get; } = new("target-unhealthy");

    public static EventCode WeightSet { get; } = new("weight-set");

    public static EventCode WhenNoneHealthyFailOpen { get; } = new("when-none-healthy-fail-open");

    public static EventCode WhenNoneHealthyRefuse { get; } = new("when-none-healthy-refuse");
}
