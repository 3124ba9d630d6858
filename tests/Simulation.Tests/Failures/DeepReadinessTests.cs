using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// A readiness check that asks the database takes every server out of its balancer when the database has a bad moment, and with
/// them pages that need no database. Nothing fails open: nobody is ready, so nobody serves.
/// </summary>
public sealed class DeepReadinessTests
{
    [Fact]
    public void ADatabaseBlipTakesHealthyPagesDown()
    {
        var seen = Blip(deep: true);
        Assert.True(seen.FailedOf("users") > 2000, $"{seen.FailedOf("users")}");
    }

    [Fact]
    public void AShallowCheckCures() => Assert.Equal(0, Blip(deep: false).FailedOf("users"));

    [Fact]
    public void OneMoreServerDoesNotHelp() => Assert.True(Blip(deep: true, servers: 5).FailedOf("users") > 2000);

    [Fact]
    public void WithoutABlipTheDeepCheckTakesNobodyOut()
    {
        var play = Pages(deep: true, servers: 4).Pass(20);
        Assert.Equal(0, play.Watch(90).Failures);
        Assert.DoesNotContain("server-not-ready", play.Codes);
    }

    private static Seen Blip(bool deep, int servers = 4) =>
        Pages(deep, servers).Pass(20).Fault("database-slow", "database", seconds: 40, amount: 400).Watch(90);

    /// <summary>Pages that need no database, and a few orders that do; threads enough that orders never hold them all.</summary>
    private static Play Pages(bool deep, int servers)
    {
        var readiness = new OwnCheck(deep, 0, Estates.Seconds(5), Estates.Seconds(1), 3, 1);
        var shop = Shop.Of(260, servers).Threaded(2, 64)
            .Built(server => server.Id == "db-1" ? server : server with { Checks = new OwnChecks(null, null, readiness) });
        var pages = shop.Classes[0] with { Db = null };
        var orders = shop.Classes[0] with { Id = "orders", RatePerSecond = 10, Db = Estates.Exp(50) };
        return new Play(shop with { Classes = [pages, orders], Balancer = shop.Balancer! with { EndpointLagNs = 0 } });
    }
}
