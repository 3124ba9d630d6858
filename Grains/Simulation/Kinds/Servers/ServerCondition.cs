namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>What others may see of a server.</summary>
/// <param name="IsTarget">It works on users' requests.</param>
/// <param name="Balancer">Whose target it may be; empty: nobody's.</param>
/// <param name="Leaving">It is being removed.</param>
/// <param name="Ready">It runs, and its own checks say that it may be a target.</param>
[GenerateSerializer, Immutable]
public sealed record ServerCondition(
    string Id, Lifecycle Lifecycle, string Version, bool IsTarget, string Balancer = "", bool Leaving = false,
    bool Ready = true);
