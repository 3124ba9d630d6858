namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>What a balancer does when none of its targets is healthy, or too few.</summary>
public enum WhenNoneHealthy
{
    /// <summary>It trusts its checks no longer: every attached target gets requests.</summary>
    FailOpen,

    /// <summary>It answers 503.</summary>
    Refuse,
}
