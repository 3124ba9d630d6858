using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

internal sealed class CertificateKind()
    : Kind<CertificateState, CertificateInput>(ComponentKind.Certificate, Stage.Machines, CertificateRules.Tick)
{
    internal override ImmutableArray<CertificateState> Initial(Scenario scenario) =>
    [
        .. scenario.Certificates.Select(
            given => new CertificateState(given.Id, given.ExpiresNs, given.RenewalNs, given.ValidNs, given.Covers)),
    ];

    internal override ImmutableArray<CertificateInput> Inputs(IRound round) =>
    [
        .. round.States<CertificateState>().Select(certificate => new CertificateInput(
            certificate.Id, round.NowNs, round.CommandsFor(certificate.Id), certificate.Id == round.Served())),
    ];

    internal override CertificateInput With(CertificateInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override IEnumerable<Operation> UnderWay(CertificateState state, OperationsSpec takes) =>
        state.RenewedNs > 0 ? [new Operation("renewal", "", state.RenewedNs)] : [];
}
