using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>A balancer. FailOpen: no target is healthy, or too few, so all attached ones get requests.</summary>
/// <param name="Blocked">Sources whose requests it rejects at once.</param>
/// <param name="HandshakeLimit">New connections a second it takes; 0: all.</param>
/// <param name="DownUntilNs">Its process restarts; 0: it runs.</param>
/// <param name="Certificate">Its listener shows in new handshakes; empty: users' TLS does not end at it, or nobody checks
/// any.</param>
/// <param name="Panic">It also fails open while a smaller share of its targets is healthy.</param>
/// <param name="EndpointLagNs">How long it takes until it hears that a server is not ready, or stops.</param>
[GenerateSerializer, Immutable]
public sealed record BalancerState(
    string Id,
    Algorithm Algorithm,
    HealthCheck Check,
    long DrainNs,
    bool FailOpen,
    ImmutableArray<TargetState> Targets,
    int RateLimit,
    BalancerLimits Limits,
    Forwarding Forwarding,
    ImmutableArray<string> Blocked,
    int HandshakeLimit = 0,
    long DownUntilNs = 0,
    string Certificate = "",
    WhenNoneHealthy WhenNoneHealthy = WhenNoneHealthy.FailOpen,
    double Panic = 0,
    long EndpointLagNs = BalancerState.Deaf) : IComponent, IHandsOn
{
    public static ComponentKind Kind { get; } = new("balancer", 30);

    /// <summary>Servers tell it nothing.</summary>
    public const long Deaf = -1;

    bool IHandsOn.IsAttached(string server)
    {
        foreach (var target in Targets)
            if (target.Server == server) return target.Attachment == Attachment.Attached;
        return false;
    }

    /// <summary>It gets requests, or finishes those it has.</summary>
    internal bool Lists(string server) =>
        Targets.Any(target => target.Server == server && target.Attachment != Attachment.Detached);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add((long)Algorithm);
        Check.AddTo(ref hash);
        hash.Add(DrainNs);
        hash.Add(FailOpen);
        hash.Add(Targets.Length);
        foreach (var each in Targets) each.AddTo(ref hash);
        hash.Add(RateLimit);
        Limits.AddTo(ref hash);
        Forwarding.AddTo(ref hash);
        hash.Add(Blocked.Length);
        foreach (var each in Blocked) hash.Add(each);
        hash.Add(HandshakeLimit);
        hash.Add(DownUntilNs);
        hash.Add(Certificate);
        hash.Add((long)WhenNoneHealthy);
        hash.Add(Panic);
        hash.Add(EndpointLagNs);
    }
}
