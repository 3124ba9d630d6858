using OpsGame.Simulation.Chance;
namespace OpsGame.Simulation.Kinds.Balancers;

public enum Attachment
{
    Attached,

    /// <summary>Gets no new requests; what it has may finish until the deregistration delay is over.</summary>
    Draining,
    Detached,
}

/// <param name="Ready">As far as the balancer knows, the server itself says that it may be one.</param>
/// <param name="NewsNs">Since when the server says otherwise, and the balancer has not heard it yet; 0: it does not.</param>
[GenerateSerializer, Immutable]
public sealed record TargetState(
    string Server,
    Attachment Attachment,
    TargetHealth Health,
    int OkInRow,
    int FailedInRow,
    long NextProbeNs,
    ProbeResult LastProbe,
    long LastProbeTookNs,
    long DrainEndsNs,
    int Weight = 1,
    bool Ready = true,
    long NewsNs = 0)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Server);
        hash.Add((long)Attachment);
        hash.Add((long)Health);
        hash.Add(OkInRow);
        hash.Add(FailedInRow);
        hash.Add(NextProbeNs);
        hash.Add((long)LastProbe);
        hash.Add(LastProbeTookNs);
        hash.Add(DrainEndsNs);
        hash.Add(Weight);
        // only where it is set: systems of before there were servers' own checks keep their hash
        if (!Ready) hash.Add(nameof(Ready));
        if (NewsNs > 0) hash.Add(NewsNs);
    }
}
