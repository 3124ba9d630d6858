using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Certificates.Choices;

/// <summary>One of those the estate has.</summary>
internal sealed class AnyCertificate : ChoiceSource
{
    public override ParameterKind Kind => CertificateParameters.Certificate;

    public override IEnumerable<string> Known(IEstate estate) =>
        estate.States<CertificateState>().Select(certificate => certificate.Id);

    public override Refusal Unknown(string value, string known) => Refusal.Of(CertificateRefusals.Unknown, value);
}
