namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 6. A check that asks the database ejects every server for a moment of the database.</summary>
public sealed class DeepCheckTests
{
    [Fact]
    public void ADatabaseBlipEjectsAllServersAndTheFirstOneBackGetsAllTraffic()
    {
        var seen = Blip("deep");

        Assert.Equal(0, seen.HealthyLeast);
        Assert.True(seen.FailedOf("users") > 100);
    }

    [Fact]
    public void AShallowCheckCures()
    {
        var seen = Blip("shallow");

        Assert.Equal(4, seen.HealthyLeast);
        Assert.Equal(0, seen.FailedOf("users"));
    }

    [Fact]
    public void WhileAllAreOutTheBalancerFailsOpenAndServes()
    {
        var play = Pages("deep", servers: 4).Pass(20).Fault("database-slow", "database", seconds: 40, amount: 100).Pass(30);

        Assert.True(play.World.Balancers[0].FailOpen);
        Assert.True(play.Watch(8).GoodputOf("users") > 240);
    }

    [Fact]
    public void OneMoreServerDoesNotHelp()
    {
        var seen = Blip("deep", servers: 5);

        Assert.Equal(0, seen.HealthyLeast);
        Assert.True(seen.FailedOf("users") > 100);
    }

    [Fact]
    public void WithoutABlipTheDeepCheckEjectsNobody()
    {
        var seen = Pages("deep", servers: 4).Pass(20).Watch(90);

        Assert.Equal(4, seen.HealthyLeast);
        Assert.Equal(0, seen.Failures);
    }

    private static Seen Blip(string path, int servers = 4) =>
        Pages(path, servers).Pass(20).Fault("database-slow", "database", seconds: 25, amount: 400).Watch(90);

    /// <summary>Pages that need no database, and a few orders that do; threads enough that orders never hold them all.</summary>
    private static Play Pages(string path, int servers)
    {
        var shop = Shop.Of(260, servers).Threaded(2, 64);
        var pages = shop.Classes[0] with { Db = null };
        var orders = shop.Classes[0] with { Id = "orders", RatePerSecond = 10, Db = Estates.Exp(50) };
        return new Play(shop with { Classes = [pages, orders] }).Check(timeout: "1", path, interval: "10");
    }
}
