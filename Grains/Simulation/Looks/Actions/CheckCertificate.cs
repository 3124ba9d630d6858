using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Looks.Actions;

/// <summary>When it expires, and whether it is issued for the right name.</summary>
internal sealed class CheckCertificate : LookSpec
{
    public const string Name = "check-certificate";

    public override string Id => Name;

    public override ComponentKind Target => CertificateState.Kind;

    public override long IdleNs => 2 * Nanoseconds.PerSecond;

    public override bool OnMachine => false;
}
