using OpsGame.Simulation.Chance;
namespace OpsGame.Simulation.Kinds.Balancers;

public enum Attachment
{
    Attached,

    /// <summary>Gets no new requests; what it has may finish until the deregistration delay is over.</summary>
    Draining,
    Detached,
}

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
    int Weight = 1)
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
    }
}
