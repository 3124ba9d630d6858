using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Certificates.Actions;

/// <summary>Asks for a new one; it is valid when it has been issued.</summary>
internal sealed class RenewCertificate : ActionOn<CertificateState, CertificateInput>
{
    public override string Id => "renew-certificate";

    public override ActionTopic Topic => ActionTopic.Run;

    public override ComponentKind Target => CertificateState.Kind;

    public override int Place => 1;

    public override long TakesNs(ISpecs specs) =>
        specs.Specs<CertificateSpec>().Select(certificate => certificate.RenewalNs).DefaultIfEmpty(0).First();

    internal override CertificateState Act(CertificateState state, CertificateInput input, Command command, Ruling ruling)
    {
        if (state.RenewedNs > 0)
        {
            ruling.Refuse(command, CertificateRefusals.RenewingAlready);
            return state;
        }

        ruling.Done(command, CertificateEvents.Renewing);
        return state with { RenewedNs = input.NowNs + state.RenewalNs };
    }
}
