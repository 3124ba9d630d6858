using OpsGame.Simulation.Kinds.Certificates;

namespace OpsGame.Simulation.Engine.Entry;

internal sealed class SetCertificateEffect : Effect<SetCertificate, HandshakeStation>
{
    protected override void Apply(SetCertificate set, HandshakeStation handshakes) => handshakes.Present(set);
}
