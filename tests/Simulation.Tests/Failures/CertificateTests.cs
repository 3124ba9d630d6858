using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 22. The certificate expires: who has a connection notices nothing, who needs a new one is sent away by his browser.
/// </summary>
public sealed class CertificateTests
{
    [Fact]
    public void NewConnectionsFailAndOpenOnesContinue()
    {
        var play = new Play(Trusted(expires: 60)).Pass(59);
        Assert.Equal(0, play.Failed);

        var seen = play.Pass(2).Watch(30);
        // those who had a connection when it expired: each keeps his while he does not pause for 20 s
        Assert.InRange(seen.FailureShare, 0.1, 0.9);
        Assert.Equal(seen.Failures, seen.Failed(Cause.Certificate));
        Assert.Contains("alert-certificate-expired", play.Codes);
        Assert.True(play.Pass(120).Watch(10).FailureShare > seen.FailureShare);
    }

    [Fact]
    public void RenewingItCures()
    {
        var play = Expired().Do("renew-certificate", "certificate").Pass(31);

        Assert.Equal(0, play.Watch(30).Failures);
        Assert.Contains("certificate-renewed", play.Codes);
    }

    [Fact]
    public void RestartingDoesNotHelpAndLosesTheOpenConnections()
    {
        var left = Expired().Pass(31).Watch(30);
        var restarted = Expired().Do("restart-balancer", "balancer").Pass(31).Watch(30);

        Assert.Equal(1, restarted.FailureShare, tolerance: 0.01);
        Assert.True(restarted.Failures > left.Failures);
    }

    [Fact]
    public void RenewedInTimeNothingHappens()
    {
        var play = new Play(Trusted(expires: 60)).Pass(10).Do("renew-certificate", "certificate");

        Assert.Equal(0, play.Watch(120).Failures);
    }

    [Theory]
    [InlineData(TlsEnd.Server)]
    [InlineData(TlsEnd.Balancer)]
    public void TheBrowserRefusesWhereverTlsEnds(TlsEnd end)
    {
        var play = new Play(Trusted(expires: 60) with { Tls = Entry.Tls(end) }).Pass(61);

        Assert.True(play.Watch(30).Failed(Cause.Certificate) > 100);
    }

    private static Play Expired() => new Play(Trusted(expires: 30)).Pass(60);

    /// <summary>60 requests/s of 1 500 browsers, so each pauses 25 s on average; connections stay open for 20 s.</summary>
    private static Scenario Trusted(double expires) => Shop.Of(60).From(1_500, keepAliveSeconds: 20) with
    {
        Tls = Entry.Tls(TlsEnd.Balancer),
        Certificate = Entry.Certificate(expires),
    };
}
