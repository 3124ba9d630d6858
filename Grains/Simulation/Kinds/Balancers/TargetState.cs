using OpsGame.Simulation.Chance;
namespace OpsGame.Simulation.Kinds.Balancers;

public enum Attachment
{
    Attached,

    /// <summary>Gets no new requests; what it has may finish until the deregistration delay is over.</summary>
    Draining,
    Detached,
}

/// <summary>A server as a target.</summary>
/// <param name="EjectedUntilNs">Its requests failed, so it gets none until then; 0: it is not left out.</param>
/// <param name="Ejections">How often it was left out of late: the next time lasts so many times longer.</param>
/// <param name="CalmNs">When one of them is forgotten; 0: there is none, or it is left out.</param>
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
    long EjectedUntilNs = 0,
    int Ejections = 0,
    long CalmNs = 0,
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
        hash.Add(EjectedUntilNs);
        hash.Add(Ejections);
        hash.Add(CalmNs);
        hash.Add(Ready);
        hash.Add(NewsNs);
    }
}
