using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// The balancer's listener shows another certificate: at once to whoever connects, never to whoever is connected.
/// </summary>
public sealed class ListenerCertificateTests
{
    private static readonly (string, string) Spare = ("certificate", "spare");
    private static readonly (string, string) Stranger = ("certificate", "stranger");

    [Fact]
    public void AGoodSpareInTheExpiredOnesPlaceCuresAtOnce()
    {
        var play = new Play(Listening(expires: 30)).Pass(60);
        Assert.True(play.Watch(10).Failed(Cause.Certificate) > 100);

        play.Do("set-certificate", "balancer", Spare).Pass(1);

        Assert.Equal(0, play.Watch(10).Failures);
        Assert.Contains(play.World.Last.BalancerTelemetry, balancer => balancer.Handshakes > 5);
        Assert.DoesNotContain(
            play.World.Last.Alerts, alert => alert.Code.StartsWith("alert-certificate", StringComparison.Ordinal));
    }

    [Fact]
    public void ACertificateForAnotherNameFailsEveryHandshakeButNoOpenConnection()
    {
        var play = new Play(Listening(expires: 9_000)).Pass(60).Do("set-certificate", "balancer", Stranger).Pass(1);
        var before = play.World.Report();

        var seen = play.Watch(10);

        Assert.Equal(seen.Failures, seen.Failed(Cause.Certificate));
        Assert.InRange(seen.FailureShare, 0.1, 0.9);
        // whoever is answered had his connection before: nobody gets a new one, so in the end nobody is left
        Assert.True(play.World.Report().Classes[0].Answered - before.Classes[0].Answered > 50);
        Assert.Equal(1, play.Pass(300).Watch(10).FailureShare, tolerance: 0.02);
    }

    [Fact]
    public void RenewalDoesNotChangeTheNameOfACertificate()
    {
        var play = new Play(Listening(expires: 9_000)).Do("set-certificate", "balancer", Stranger)
            .Do("renew-certificate", "stranger").Pass(40);
        Assert.Contains("certificate-renewed", play.Codes);

        Assert.True(play.Watch(10).Failed(Cause.Certificate) > 100);
    }

    [Fact]
    public void RenewingOneThatIsNotServedHelpsNobodyUntilItIsServed()
    {
        var play = new Play(Listening(expires: 30, spareExpires: 20)).Pass(60).Do("renew-certificate", "spare").Pass(40);
        Assert.Contains("certificate-spare-expired", play.Codes);
        Assert.Contains("certificate-spare-renewed", play.Codes);
        Assert.DoesNotContain("certificate-renewed", play.Codes);
        Assert.True(play.Watch(10).Failed(Cause.Certificate) > 100);

        Assert.Equal(0, play.Do("set-certificate", "balancer", Spare).Pass(1).Watch(10).Failures);
    }

    [Fact]
    public void RenewingTheOldCertificateDoesNotServeItAgain()
    {
        var play = new Play(Listening(expires: 9_000)).Do("set-certificate", "balancer", Stranger)
            .Do("renew-certificate", "certificate").Pass(40);

        Assert.Contains("certificate-spare-renewed", play.Codes);
        Assert.True(play.Watch(10).Failed(Cause.Certificate) > 100);
    }

    [Fact]
    public void MonitorsSeeTheOneThatIsServed()
    {
        var play = new Play(Listening(expires: 9_000, spareExpires: 20)).Pass(60);
        Assert.DoesNotContain("alert-certificate-expired", play.Codes);

        play.Do("set-certificate", "balancer", Spare).Pass(3);

        Assert.Contains(play.World.Last.Alerts, alert => (alert.Code, alert.Component) == ("alert-certificate-expired", "spare"));
    }

    [Fact]
    public void UndoServesThePreviousCertificateAgain()
    {
        var play = new Play(Listening(expires: 9_000)).Pass(30);
        var asked = play.Command("lee", "set-certificate", "balancer", Stranger);
        Assert.Equal("certificate", Preview.Of(play.World, asked).Present["certificate"]);
        var set = play.Does("set-certificate", "balancer", Stranger);
        Assert.Equal(("certificate-set", "stranger"), (set.Code, play.World.Balancers[0].Certificate));
        Assert.True(play.Pass(5).Watch(10).Failures > 0);

        play.TakesBack(set, set.Undo!);

        Assert.Equal("certificate", play.World.Balancers[0].Certificate);
        Assert.Equal(0, play.Pass(1).Watch(10).Failures);
    }

    [Fact]
    public void ACertificateIsChosenOnlyWhereTlsEnds()
    {
        var play = new Play(Listening(expires: 9_000)).Pass(1);
        Assert.Equal("certificate-unknown",
            play.World.Check(play.Command("lee", "set-certificate", "balancer", ("certificate", "balancer")))?.Code);
        Assert.Equal("certificate-served", play.Does("set-certificate", "balancer", ("certificate", "certificate")).Code);
        Assert.Equal(
            "certificate-served",
            Preview.Of(play.World,
                play.Command("lee", "set-certificate", "balancer", ("certificate", "certificate"))).Refusal?.Code);

        var passed = new Play(Listening(expires: 30) with { Tls = Entry.Tls(TlsEnd.Server) }).Pass(60);
        Assert.Equal("no-handshakes", passed.Does("set-certificate", "balancer", Spare).Code);
        // the servers show the first
        Assert.True(passed.Watch(10).Failed(Cause.Certificate) > 100);
    }

    [Fact]
    public void ALookShowsTheNameOfACertificate()
    {
        var play = new Play(Listening(expires: 9_000)).Do("check-certificate", "stranger").Do("check-certificate", "spare")
            .Pass(5);

        Assert.False(play.World.Last.Findings.First(found => found.Component == "stranger").Certificate!.Covers);
        Assert.True(play.World.Last.Findings.First(found => found.Component == "spare").Certificate!.Covers);
    }

    /// <summary>
    /// 60 requests/s of 1 500 browsers; connections stay open for 20 s; beside the certificate a spare, and one made out to
    /// another name.
    /// </summary>
    private static Scenario Listening(double expires, double spareExpires = 9_000) =>
        Shop.Of(60).From(1_500, keepAliveSeconds: 20) with
    {
        Tls = Entry.Tls(TlsEnd.Balancer),
        Certificate = Entry.Certificate(expires),
        SpareCertificates = [Entry.Spare("spare", spareExpires), Entry.Spare("stranger", 9_000) with { Covers = false }],
    };
}
