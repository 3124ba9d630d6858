using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Components;

internal sealed class CertificateKind()
    : Kind<CertificateState, CertificateInput>(CertificateState.Kind, Stage.Machines, CertificateRules.Tick)
{
    public static AlertKind ExpiredAlert { get; } = new("alert-certificate-expired", Nearness.Broken, Critical: true);

    public static AlertKind ExpiresAlert { get; } = new("alert-certificate-expires", Nearness.Broken);

    /// <summary>A drill is short: five minutes are what thirty days are elsewhere.</summary>
    private const long NoticeNs = 300 * Nanoseconds.PerSecond;

    internal override ImmutableArray<CertificateState> Initial(Scenario scenario, ulong seed) =>
    [
        .. scenario.Certificates.Select(
            given => new CertificateState(
                given.Id, given.ExpiresNs, given.RenewalNs, given.ValidNs, given.Covers, Chain: given.Chain)),
    ];

    internal override ImmutableArray<CertificateInput> Inputs(IRound round, bool resting) =>
    [
        .. round.States<CertificateState>().Select(certificate => new CertificateInput(
            certificate.Id, round.NowNs, round.CommandsFor(certificate.Id), certificate.Id == round.Served())),
    ];

    internal override CertificateInput With(CertificateInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override IEnumerable<Operation> UnderWay(CertificateState state, OperationsSpec takes) =>
        state.RenewedNs > 0 ? [new Operation("renewal", "", state.RenewedNs)] : [];

    internal override IEnumerable<Finding> Findings(IRound round, DataPlane plane)
    {
        foreach (var certificate in round.States<CertificateState>())
        {
            if (certificate.Id != round.Served()) continue;
            if (certificate.ExpiresNs <= round.NowNs)
                yield return new Finding(ExpiredAlert, certificate.Id, [certificate.Id]);
            else if (certificate.ExpiresNs - round.NowNs <= NoticeNs)
                yield return new Finding(ExpiresAlert, certificate.Id, [certificate.Id]);
        }
    }
}
