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
    int Weight = 1);
