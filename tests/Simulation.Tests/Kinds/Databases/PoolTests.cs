using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Kinds.Databases;

/// <summary>
/// Pools open their connections with their process and keep them; the database counts them whether used or not.
/// </summary>
public sealed class PoolTests
{
    private readonly Play _play = new(Pooled(poolSize: 6));

    [Fact]
    public void PoolsAreFullFromTheStart()
    {
        // 4 servers × 2 processes × 6
        Assert.Equal((48, 48), (Now.Connections, Now.IdleConnections));

        _play.Pass(20);

        Assert.Equal(48, Now.Connections);
        Assert.InRange(Now.IdleConnections, 30, 48);
    }

    [Fact]
    public void ARestartClosesAndOpensPools()
    {
        _play.Pass(5).Do("restart-server", "web-1").Pass(0.25);
        Assert.Equal(36, Now.Connections);

        _play.Pass(6);
        Assert.Equal(48, Now.Connections);
    }

    [Theory]
    [InlineData("server-crash", "web-1", 36)]
    [InlineData("rack-power", "rack-a", 24)]
    public void ACrashOrALossOfPowerClosesPoolsAndARestartOpensThem(string fault, string target, int left)
    {
        _play.Pass(5).Order(Faults.Of(fault, target, Estates.Seconds(5), 1)).Pass(0.5);
        Assert.Equal(left, Now.Connections);

        _play.Pass(60);
        Assert.Equal(48, Now.Connections);
    }

    [Fact]
    public void AStoppingServerKeepsItsPoolsUntilItHasStopped()
    {
        _play.Pass(5).Do("stop-server", "web-1").Pass(11);
        Assert.Equal(36, Now.Connections);
        _play.Do("start-server", "web-1").Pass(25);
        Assert.Equal(48, Now.Connections);
    }

    [Fact]
    public void ANewServerTakesWhatTheDatabaseStillHas()
    {
        _play.Do("set-max-connections", "database", ("connections", "53")).Do("add-server", "rack-a", ("size", "size")).Pass(30);

        Assert.Equal(53, Now.Connections);
    }

    [Fact]
    public void ARestartedDatabaseHasNoPooledConnectionsUntilCallsOpenThem()
    {
        _play.Pass(5).Do("restart-server", "db-1").Pass(0.25);
        Assert.Equal(0, Now.Connections);

        _play.Pass(60);
        Assert.InRange(Now.Connections, 10, 48);
        var failed = _play.Failed;
        Assert.Equal(failed, _play.Pass(20).Failed);
    }

    [Fact]
    public void ThePoolsFollowTheirSizeAtOnce()
    {
        _play.Pass(5).Do("set-pool", "database", ("connections", "2")).Pass(5);
        Assert.Equal(16, Now.Connections);

        _play.Do("set-pool", "database", ("connections", "9")).Pass(0.25);
        Assert.Equal(72, Now.Connections);
        Assert.Contains("database-pool-set", _play.Codes);
        Assert.Equal(0, _play.Failed);
    }

    [Fact]
    public void APoolCanBeGivenToAnApplicationThatHadNone()
    {
        var play = new Play(Pooled(poolSize: 0)).Pass(5).Do("set-pool", "database", ("connections", "5")).Pass(5);

        Assert.Equal(40, play.World.Last.DatabaseTelemetry[0].Connections);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void FewerProcessesKeepFewerConnections()
    {
        _play.Pass(5).Do("change-threads", "web-1", ("processes", "1"), ("threads", "16")).Pass(10);

        Assert.Equal(42, Now.Connections);
    }

    [Fact]
    public void AStatementTimeoutEndsWhatTakesTooLongAndGivesEverythingBack()
    {
        var whole = Estates.Whole();
        var play = new Play(whole with { Database = whole.Database! with { StatementTimeoutNs = Estates.Seconds(0.2) } });
        play.Pass(10).Order(Faults.Of("database-slow", "database", Estates.Seconds(10), 100)).Pass(12);

        var lost = play.World.Report().Stations.First(row => row.Id == "db-1/db");
        Assert.True(lost.Lost[Cause.StatementTimeout] > 300);
        Assert.True(lost.Sojourn.MaxMs <= 201);
        var failed = play.Pass(10).Failed;
        Assert.Equal(failed, play.Pass(20).Failed);
    }

    private DatabaseNodeTelemetry Now => _play.World.Last.DatabaseTelemetry[0].Nodes[0];

    private static Scenario Pooled(int poolSize)
    {
        var whole = Estates.Whole();
        return whole with { Database = whole.Database! with { PoolSize = poolSize } };
    }
}
