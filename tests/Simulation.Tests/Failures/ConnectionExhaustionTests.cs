using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Worlds;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 8. Threads × servers outgrow the database's connections; beyond the limit it refuses at once.</summary>
public sealed class ConnectionExhaustionTests
{
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
    public void StillMoreServersDoNot() => Assert.True(Stalled(servers: 7).Failed(Cause.DbConnections) > 50);

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
        play.Buy(servers - 3).Do(Actions.SetMaxConnections, "database", ("connections", $"{limit}"));
        for (var server = 1; server <= servers; server++)
            play.Do(Actions.ChangeThreads, $"app-{server}", ("role", "app"), ("processes", "2"), ("threads", $"{threads}"));
        play.Pass(10);
        if (seconds > 0) play.Fault(Actions.DatabaseSlow, "database", seconds, amount: 100);
        return play.Watch(30);
    }
}
