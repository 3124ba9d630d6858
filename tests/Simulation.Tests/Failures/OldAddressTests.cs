using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 20, its second half. A server is gone, and the users' name server goes on sending a third of those who connect to it.
/// </summary>
public sealed class OldAddressTests
{
    [Fact]
    public void NewConnectionsMayGoToTheServerThatIsGone()
    {
        var seen = Lost().Watch(30);

        Assert.InRange(seen.FailureShare, 0.08, 0.2);
        Assert.Equal(seen.Failures, seen.Failed(Cause.Timeout));
    }

    [Fact]
    public void RemovingTheAddressCuresWhenTheTtlIsOver()
    {
        var play = Lost().Do("remove-address", "dns", ("address", "app-3"));

        Assert.True(play.Watch(20).Failures > 100);
        Assert.Equal(0, play.Pass(45).Watch(30).Failures);
    }

    [Fact]
    public void AShorterTtlAndAnotherServerDoNotHelp()
    {
        var play = Lost().Do("set-record-ttl", "dns", ("seconds", "5")).Do("add-server", "rack-a", ("size", "size"));

        Assert.True(play.Pass(100).Watch(30).Failures > 200);
    }

    [Fact]
    public void RemovingTheAddressDoesNotHelpWhenAnswersLiveForAnHour() =>
        Assert.True(Lost(ttl: 3_600).Do("remove-address", "dns", ("address", "app-3")).Pass(100).Watch(30).Failures > 200);

    [Fact]
    public void WithoutTheLossNothingHappens() => Assert.Equal(0, new Play(Named(60)).Pass(40).Watch(30).Failures);

    /// <summary>Three servers that users reach by name, the third in a rack of its own.</summary>
    private static Scenario Named(double ttl)
    {
        var shop = Shop.Of(90, servers: 3).From(400, keepAliveSeconds: 5);
        return shop.Built(server => server.Id == "app-3" ? server with { Rack = "rack-c" } : server) with
        {
            Racks = [.. shop.Racks, new RackSpec("rack-c", 4)],
            Balancer = null,
            Dns = Entry.Dns(ttl, "app-1", "app-2", "app-3"),
            Tls = Entry.Tls(TlsEnd.Server),
        };
    }

    private static Play Lost(double ttl = 60) => new Play(Named(ttl)).Pass(20).Fault("rack-power", "rack-c", 3_000).Pass(20);
}
