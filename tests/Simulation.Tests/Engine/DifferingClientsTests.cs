using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Some browsers differ from the others: they never ask for an address again, or know no new root.</summary>
public sealed class DifferingClientsTests
{
    private const int Clients = 50_000;

    /// <summary>Two-sided 99.9 % of the normal distribution.</summary>
    private const double Z = 3.291;

    [Theory]
    [InlineData(0.05, 1UL)]
    [InlineData(0.05, 2UL)]
    [InlineData(0.2, 1UL)]
    public void WhoCachesForEverStaysAtTheOldAddress(double share, ulong seed)
    {
        var play = new Play(Named(share), seed).Pass(2);
        Move(play).Pass(12);

        var (old, all) = Arrived(play, seconds: 60);
        Assert.InRange(old / all, share - HalfWidth(share, all), share + HalfWidth(share, all));
        Assert.Equal(0, play.World.Last.DnsTelemetry[0].Outdated);
        // however long one waits
        Assert.Equal(share, Share(Arrived(play.Pass(120), seconds: 60)), HalfWidth(share, all));
    }

    [Fact]
    public void WithoutThemTheOldAddressIsLeft()
    {
        var play = new Play(Named(0)).Pass(2);

        Assert.Equal(0, Share(Arrived(Move(play).Pass(12), seconds: 30)));
    }

    [Fact]
    public void TheyAskNoNameServer()
    {
        var play = new Play(Named(1)).Pass(30);

        Assert.Equal(0, play.World.Last.DnsTelemetry[0].Queries);
        Assert.Equal(0, play.Failed);
    }

    [Theory]
    [InlineData(0.03, 1UL)]
    [InlineData(0.03, 2UL)]
    [InlineData(0.25, 1UL)]
    public void WhoHasAnOldTrustStoreRefusesANewChain(double share, ulong seed)
    {
        var play = new Play(Trusting(share), seed).Pass(10);
        Assert.Equal(0, play.Failed);

        play.Do("renew-certificate", "certificate").Pass(35);
        var seen = play.Watch(60);

        var offered = seen.Offered * 60;
        Assert.InRange(seen.FailureShare, share - HalfWidth(share, offered), share + HalfWidth(share, offered));
        Assert.Equal(seen.Failures, seen.Failed(Cause.Certificate));
    }

    [Theory]
    [InlineData(TlsEnd.Balancer)]
    [InlineData(TlsEnd.Server)]
    public void ASpareOfTheOldChainLetsThemInAgain(TlsEnd end)
    {
        var trusting = Trusting(0.25) with { Tls = Entry.Tls(end) };
        var changed = trusting with { Certificate = trusting.Certificate! with { Chain = CertificateChain.New } };
        Assert.InRange(new Play(changed).Pass(5).Watch(20).FailureShare, 0.2, 0.3);

        var kept = trusting with { Certificate = trusting.Certificate! with { Chain = CertificateChain.Old } };
        Assert.Equal(0, new Play(kept).Do("renew-certificate", "certificate").Pass(35).Watch(20).Failures);
        if (end == TlsEnd.Server) return;

        var play = new Play(changed with
        {
            SpareCertificates = [Entry.Spare("spare", 9_000) with { Chain = CertificateChain.Old }],
        });
        play.Do("set-certificate", "balancer", ("certificate", "spare")).Pass(5);
        Assert.Equal(0, play.Watch(20).Failures);
    }

    /// <summary>A share of browsers is drawn, then a number of requests from them.</summary>
    private static double HalfWidth(double share, double requests) =>
        Z * Math.Sqrt(share * (1 - share) * (1.0 / Clients + 1 / requests));

    private static Play Move(Play play) =>
        play.Do("add-address", "dns", ("address", "app-2")).Do("remove-address", "dns", ("address", "app-1"));

    private static double Share((double Old, double All) arrived) => arrived.Old / arrived.All;

    private static (double Old, double All) Arrived(Play play, int seconds)
    {
        var before = play.World.Report();
        var after = play.Pass(seconds).World.Report();
        var (old, other) = (Arrived("app-1/app"), Arrived("app-2/app"));
        return (old, old + other);

        double Arrived(string id) => after.Station(id).Arrived - before.Station(id).Arrived;
    }

    /// <summary>Every request opens a connection; resolvers remember for 10 s.</summary>
    private static Scenario Named(double share)
    {
        var one = Estates.Station(400, Estates.Fixed(0.1), cores: 4).From(Clients, keepAliveSeconds: 0.001);
        return one with
        {
            Classes = [one.Classes[0] with { DnsCachedForever = share }],
            Servers = [one.Servers[0] with { Id = "app-1" }, one.Servers[0] with { Id = "app-2" }],
            Dns = Entry.Dns(10, "app-1"),
        };
    }

    private static Scenario Trusting(double share) =>
        Shop.Of(100).From(Clients, keepAliveSeconds: 0.001).Asked(users => users with { OldTrustStore = share }) with
        {
            Tls = Entry.Tls(TlsEnd.Balancer),
            Certificate = Entry.Certificate(9_000),
        };
}
