using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Certificates;

/// <summary>A certificate's rule: it expires, and somebody may renew it, which takes its time.</summary>
public static class CertificateRules
{
    private static readonly ActionSet<CertificateState, CertificateInput> Actions = new();

    public static Outcome<CertificateState> Tick(CertificateState state, CertificateInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        if (state.RenewedNs > 0 && input.NowNs >= state.RenewedNs)
        {
            var chain = state.Chain == CertificateChain.NewOnRenewal ? CertificateChain.New : state.Chain;
            state = state with
            {
                ExpiresNs = input.NowNs + state.ValidNs, RenewedNs = 0, Expired = false, Chain = chain,
            };
            if (input.Served)
                ruling.Do(new SetCertificate(state.Id, state.ExpiresNs, state.Covers, chain == CertificateChain.New));
            ruling.Say(input.Served ? CertificateEvents.Renewed : CertificateEvents.SpareRenewed);
        }

        if (!state.Expired && input.NowNs >= state.ExpiresNs)
        {
            state = state with { Expired = true };
            ruling.Say(input.Served ? CertificateEvents.Expired : CertificateEvents.SpareExpired);
        }

        foreach (var command in input.Commands) state = Actions.Take(state, input, command, ruling);
        return ruling.With(state);
    }
}
