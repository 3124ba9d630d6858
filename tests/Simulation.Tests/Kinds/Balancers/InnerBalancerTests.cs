using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Kinds.Balancers;

/// <summary>What is done to the balancer between the tiers happens there, and not to the one users reach.</summary>
public sealed class InnerBalancerTests
{
    [Fact]
    public void ARestartOfTheInnerBalancerLosesOnlyItsOwnRequests()
    {
        var play = new Play(Estates.Tiered()).Pass(5);
        var cut = Cut(play);
        play.Do("restart-balancer", "inner").Pass(1);
        Assert.True(Cut(play) > cut);
        var (web, app) = (Arrived(play, "web-1/web"), Arrived(play, "app-2/app"));

        play.Pass(1);

        // users' requests still come in, and go no further than to the web servers
        Assert.True(Arrived(play, "web-1/web") > web + 5);
        Assert.Equal(app, Arrived(play, "app-2/app"));
        play.Pass(20);
        Assert.Contains("balancer-running", play.Codes);
        Assert.True(Arrived(play, "app-2/app") > app + 50);
    }

    [Fact]
    public void AnInnerBalancerMayBeTheOnlyOne()
    {
        var play = new Play(Estates.Tiered() with { Balancer = null, Scalers = [] }).Pass(5);

        play.Do("restart-balancer", "inner").Pass(20);

        Assert.Contains("balancer-running", play.Codes);
    }

    [Fact]
    public void UsersAreNotSentToTheInnerBalancer()
    {
        var scenario =
            Estates.Tiered() with { Dns = new DnsSpec("dns", ["balancer"], Estates.Seconds(60), 10, Estates.Seconds(0.02)) };
        var play = new Play(scenario).Do("add-address", "dns", ("address", "inner")).Pass(1);

        Assert.Contains("address-takes-no-users", play.Codes);
    }

    [Fact]
    public void AnInnerBalancerTerminatesNoTls()
    {
        var tls = new TlsSpec(
            TlsEnd.Balancer, TlsVersion.Tls13, 2, Estates.Fixed(0.5), Estates.Fixed(0.1), Estates.Seconds(7200));
        var scenario = Estates.Tiered() with { Tls = tls };

        Assert.Contains("no-handshakes", new Play(scenario).Do("set-handshake-limit", "inner").Pass(1).Codes);
        Assert.Contains("handshake-limit-set", new Play(scenario).Do("set-handshake-limit", "balancer").Pass(1).Codes);
    }

    private static long Cut(Play play) => play.Station("inner").Lost.GetValueOrDefault(Cause.Cut);

    private static long Arrived(Play play, string station) => play.Station(station).Arrived;
}
