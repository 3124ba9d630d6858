namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>The balancer; its targets are the attached servers with a web role (without one: the app role).</summary>
/// <param name="DrainNs">Deregistration delay; default 300 s.</param>
/// <param name="ConnectTimeoutNs">How long it waits for a target that does not answer at all; default 1 s.</param>
/// <param name="RateLimit">Requests a second it lets through, a second's worth at once; the rest is answered 429. 0: all.</param>
public sealed record BalancerSpec(
    string Id, Algorithm Algorithm, HealthCheck Check, long DrainNs, long ConnectTimeoutNs, int RateLimit = 0)
{
    /// <summary>
    /// How long it takes until it hears that a server is not ready, or stops, as Kubernetes' endpoints do, 0 – 60 s;
    /// <see cref="BalancerState.Deaf"/>, the default: it only knows what its own check finds.
    /// </summary>
    public long EndpointLagNs { get; init; } = BalancerState.Deaf;

    public BalancerLimits Limits { get; init; } = BalancerLimits.None;

    /// <summary>What it does with the connection to a target when the user closes his; default close.</summary>
    public OnClientAbort OnClientAbort { get; init; }

    public Forwarding Forwarding { get; init; } = Forwarding.None;

    /// <summary>Default fail open.</summary>
    public WhenNoneHealthy WhenNoneHealthy { get; init; }

    /// <summary>
    /// It also fails open while a smaller share of its targets is healthy, 0–1 (Envoy's panic threshold, there 0.5); default 0.
    /// </summary>
    public double Panic { get; init; }
}
