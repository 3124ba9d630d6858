using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 8. Servers × processes × pool, or where calls open their own: servers × threads, outgrow the database's connections;
/// beyond the limit it refuses at once.
/// </summary>
public sealed class ConnectionExhaustionTests
{
    [Fact]
    public void TheServerAddedLastGetsNoConnections()
    {
        var play = Grown(by: 2);
        var seen = play.Watch(60);

        // app-3 and app-4 share the last 20 connections, though those of app-1 and app-2 are mostly idle
        Assert.Equal(100, seen.ConnectionsMost);
        Assert.True(play.World.Last.DatabaseTelemetry[0].Nodes[0].IdleConnections > 50);
        Assert.InRange(seen.Failed(Cause.DbConnections) / 60.0, 30, 100);
        Assert.True(seen.Cpu("db-1") < 0.3);
    }

    [Fact]
    public void SmallerPoolsCure() =>
        Assert.Equal(0, Grown(by: 2).Do("set-pool", "database", ("connections", "8")).Pass(10).Watch(60).Failures);

    [Fact]
    public void MoreConnectionsCure() =>
        Assert.Equal(0, Grown(by: 2).Do("set-max-connections", "database", ("connections", "200")).Pass(10).Watch(60).Failures);

    [Fact]
    public void AddingServersMakesTheErrorsWorse()
    {
        var (two, four) = (Grown(by: 2).Watch(60), Grown(by: 4).Watch(60));

        Assert.True(four.Failed(Cause.DbConnections) > 1.2 * two.Failed(Cause.DbConnections));
    }

    [Fact]
    public void WithoutMoreServersNothingFails() => Assert.Equal(0, Grown(by: 0).Watch(60).Failures);

    [Fact]
    public void BlueAndGreenTogetherAreTooManyUntilBlueHasGone()
    {
        var play = Grown(by: 2);
        Assert.True(play.Watch(30).Failed(Cause.DbConnections) > 500);

        play.Detach("app-1").Detach("app-2").Pass(11).Do("stop-server", "app-1").Do("stop-server", "app-2").Pass(15);

        Assert.Equal(0, play.Watch(60).Failures);
    }

    /// <summary>
    /// Two processes a server with 20 connections each, so two servers have 80 of the database's 100; 120 requests/s.
    /// </summary>
    private static Play Grown(int by)
    {
        var shop = Shop.Of(120)
            .Stored(database => database with { MaxConnections = 100, PoolSize = 20, PoolTimeoutNs = Estates.Seconds(1) });
        return new Play(shop).Pass(20).Buy(by).Pass(10);
    }

    [Fact]
    public void AfterScalingOutAShortStallIsRefused()
    {
        var seen = Stalled(servers: 5);

        Assert.Equal(100, seen.ConnectionsMost);
        Assert.True(seen.Failed(Cause.DbConnections) > 50);
    }

    [Fact]
    public void FewerThreadsCure() => Assert.Equal(0, Stalled(servers: 5, threads: 10).Failures);

    [Fact]
    public void AHigherLimitCures() => Assert.Equal(0, Stalled(servers: 5, limit: 160).Failures);

    [Fact]
    public void EvenMoreServersDoNotHelp() => Assert.True(Stalled(servers: 7).Failed(Cause.DbConnections) > 50);

    [Fact]
    public void BeforeScalingOutTheSameStallOnlyMakesUsersWait() => Assert.Equal(0, Stalled(servers: 3).Failures);

    [Fact]
    public void WithoutAStallScalingOutHarmsNobody() => Assert.Equal(0, Stalled(servers: 5, seconds: 0).Failures);

    /// <summary>32 threads a server, so 96 calls at most from three of them and 160 from five, of 100 connections.</summary>
    private static Seen Stalled(int servers, int threads = 16, int limit = 100, double seconds = 1)
    {
        var shop = Shop.Of(200, servers: 3).Asked(users => users with { Db = Estates.Fixed(10) });
        var play = new Play(shop.Built(server => server.Id == "db-1" ? server with { Size = "vast" } : server) with
        {
            Sizes = [.. shop.Sizes, new SizeSpec("vast", 256, 65_536, 1_000_000_000)],
            Database = new DatabaseSpec("database", "db-1", 100, 256),
        });
        play.Buy(servers - 3).Do("set-max-connections", "database", ("connections", $"{limit}"));
        for (var server = 1; server <= servers; server++)
            play.Do("change-threads", $"app-{server}", ("role", "app"), ("processes", "2"), ("threads", $"{threads}"));
        play.Pass(10);
        if (seconds > 0) play.Fault("database-slow", "database", seconds, amount: 100);
        return play.Watch(30);
    }
}
