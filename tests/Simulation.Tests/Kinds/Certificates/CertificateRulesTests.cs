using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Certificates;

public class CertificateRulesTests
{
    private static readonly CertificateState Certificate = new(
        "certificate", ExpiresNs: Estates.Seconds(60), RenewalNs: Estates.Seconds(30), ValidNs: Estates.Seconds(900),
        Covers: true);

    [Fact]
    public void TheServedOneAndTheSparesAreCertificates()
    {
        var world = Acting.World();
        Assert.All(["certificate", "spare", "stranger"], id => Assert.Equal(CertificateState.Kind, world.KindOf(id)));
        Assert.Contains("renew-certificate", Acting.ActionsOn(CertificateState.Kind));
    }

    [Theory]
    [InlineData(true, "certificate-expired")]
    [InlineData(false, "certificate-spare-expired")]
    public void ItsExpiryIsReportedOnce(bool served, string code)
    {
        Assert.Empty(Tick(Certificate, 59.75, served).Events);
        var expired = Tick(Certificate, 60, served);
        Assert.Equal((code, true), (Assert.Single(expired.Events).Code, expired.State.Expired));
        Assert.Empty(Tick(expired.State, 60.25, served).Events);
    }

    [Fact]
    public void ARenewalTakesItsTimeAndThenCountsFromItsEnd()
    {
        var renewing = Tick(Certificate, 10, served: true, Acting.Of("renew-certificate", "certificate")).State;
        Assert.Equal(Certificate with { RenewedNs = Estates.Seconds(40) }, renewing);
        Assert.Empty(Tick(renewing, 39.75, served: true).Directives);

        var renewed = Tick(renewing, 40, served: true);
        Assert.Equal(Certificate with { ExpiresNs = Estates.Seconds(940), Chain = CertificateChain.New }, renewed.State);
        Assert.Equal(
            [new SetCertificate("certificate", Estates.Seconds(940), Covers: true, NewChain: true)], renewed.Directives);
    }

    [Theory]
    [InlineData(CertificateChain.Old, CertificateChain.Old)]
    [InlineData(CertificateChain.NewOnRenewal, CertificateChain.New)]
    [InlineData(CertificateChain.New, CertificateChain.New)]
    public void ARenewalMayBringANewChain(CertificateChain before, CertificateChain after)
    {
        var renewed = Tick(Certificate with { Chain = before, RenewedNs = Estates.Seconds(40) }, 40, served: true);

        Assert.Equal(after, renewed.State.Chain);
        Assert.Equal(
            after == CertificateChain.New, Assert.IsType<SetCertificate>(Assert.Single(renewed.Directives)).NewChain);
    }

    [Fact]
    public void ARenewedSpareDoesNotReplaceTheServedOne()
    {
        var renewed = Tick(Certificate with { RenewedNs = Estates.Seconds(40) }, 40, served: false);
        Assert.Empty(renewed.Directives);
        Assert.Equal("certificate-spare-renewed", Assert.Single(renewed.Events).Code);
    }

    [Fact]
    public void ASecondRenewalIsRefusedWhileOneIsUnderWay()
    {
        var renewing = Certificate with { RenewedNs = Estates.Seconds(40) };
        var outcome = Tick(renewing, 20, served: true, Acting.Of("renew-certificate", "certificate"));
        Assert.Equal((renewing, "certificate-renewing-already"), (outcome.State, Assert.Single(outcome.Events).Code));
    }

    private static Outcome<CertificateState> Tick(
        CertificateState state, double seconds, bool served, params Command[] commands) =>
        CertificateRules.Tick(state, new CertificateInput(state.Id, Estates.Seconds(seconds), [.. commands], served));
}
