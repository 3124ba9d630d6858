using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Kinds.Certificates;

internal sealed class CertificateMapper : PartMapper<CertificateState, CertificateView>
{
    protected override CertificateView View(CertificateState certificate, Scenario scenario) => new(
        certificate.Id, Ms(certificate.RenewedNs), certificate.Expired);
}
