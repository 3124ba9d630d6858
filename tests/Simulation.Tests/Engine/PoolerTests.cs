using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// A pooler by transaction is a queue in front of as many servers as it has connections: M/M/n, with a patience M/M/n+D, with few
/// clients M/M/n/K. By session whoever came first keeps what he has.
/// </summary>
public sealed class PoolerTests
{
    [Theory]
    [InlineData(1, 700)]
    [InlineData(4, 3_200)]
    [InlineData(8, 7_200)]
    public void ByTransactionItIsAQueueInFrontOfItsConnections(int connections, double rate)
    {
        var run = BatchMeans.Of(Database(rate, new PoolerSpec(PoolerMode.Transaction, connections, 100_000, 0)), batch: 200);
        var wait = 1000 * Formulas.ErlangC(connections, rate / 1000) / (connections * 1000 - rate);

        new Check(run)
            .Exactly("mean wait", wait, 0.05, report => report.Station("db-1/db").Wait.MeanMs)
            .Exactly("mean sojourn", wait + 1, 0.03, report => report.Station("db-1/db").Sojourn.MeanMs)
            .Exactly("p99 of sojourn",
                1000 * Formulas.Quantile(time => Formulas.SojournTail(connections, rate, 1000, time), 0.99), 0.05,
                report => report.Station("db-1/db").Sojourn.P99Ms)
            .Little()
            .MustHold();
    }

    [Theory]
    [InlineData(1, 800, 2)]
    [InlineData(4, 4_800, 3)]
    public void WhoWaitsTooLongGivesUpAsBarrerSays(int connections, double rate, double timeoutMs)
    {
        var pooler = new PoolerSpec(PoolerMode.Transaction, connections, 100_000, (long)(timeoutMs * 1e6));
        var run = BatchMeans.Of(Database(rate, pooler), batch: 100);
        var (lost, wait) = Formulas.Impatient(connections, rate, 1000, timeoutMs / 1000);

        new Check(run)
            .Exactly("gave up", lost, 0.03, report => report.Classes[0].FailedShare(Cause.PoolerTimeout))
            .Exactly("mean of those served", 1000 * wait + 1, 0.03, report => report.Station("db-1/db").Sojourn.MeanMs)
            .Little()
            .MustHold();
    }

    [Theory]
    [InlineData(4, 10, 4_000)]
    [InlineData(4, 6, 3_000)]
    public void OneClientTooManyIsRefusedAtOnce(int connections, int clients, double rate)
    {
        var run = BatchMeans.Of(Database(rate, new PoolerSpec(PoolerMode.Transaction, connections, clients, 0)), batch: 100);

        new Check(run)
            .Exactly("refused", Formulas.BoundedStates(connections, clients, rate, 1000)[^1], 0.04,
                report => report.Classes[0].FailedShare(Cause.DbConnections))
            .Little()
            .MustHold();
    }

    [Fact]
    public void ManyPooledClientsShareAFewConnectionsByTransaction()
    {
        var play = new Play(Processes(PoolerMode.Transaction)).Pass(60);
        var now = play.World.Last.DatabaseTelemetry[0];

        // two processes × 10 clients, five calls at a time
        Assert.Equal(0, play.Failed);
        Assert.Equal(20, now.PoolerClients);
        Assert.InRange(now.Connections, 5, 10);
        Assert.Equal(now.Nodes[0].Connections, now.Connections);
    }

    [Fact]
    public void BySessionWhoCameFirstKeepsWhatTheOthersWaitFor()
    {
        var play = new Play(Processes(PoolerMode.Session)).Pass(60);
        var (failed, now) = (play.Failed, play.World.Last.DatabaseTelemetry[0]);

        // all ten are taken, hardly half of them work, and whoever has none waits a second in vain
        Assert.Equal((10, 10), (now.PoolerBusy, now.Connections));
        Assert.True(now.BusySlots < 10);
        Assert.True(play.World.Report().Classes[0].Failed[Cause.PoolerTimeout] > 20);

        var outcome = play.Does(
            "set-pooler", "database", ("mode", "transaction"), ("connections", "10"), ("clients", "100"), ("timeout", "1"));
        Assert.Equal(("pooler-set", "session"), (outcome.Code, outcome.Undo!.Args["mode"]));
        play.Pass(2);
        failed = play.Failed;
        Assert.Equal(failed, play.Pass(30).Failed);

        Assert.Equal("pooler-set", play.TakesBack(outcome, outcome.Undo).Code);
        Assert.True(play.Pass(30).Failed > failed);
    }

    [Fact]
    public void ARestartOfTheDatabaseClosesThemAll()
    {
        var play = new Play(Processes(PoolerMode.Session)).Pass(20).Do("restart-server", "db-1").Pass(1);
        Assert.Equal(0, play.World.Last.DatabaseTelemetry[0].PoolerBusy);

        play.Do("set-pooler", "database", ("mode", "session"), ("connections", "20"), ("clients", "100"), ("timeout", "1"))
            .Pass(20);
        var failed = play.Failed;
        Assert.Equal(failed, play.Pass(20).Failed);
    }

    private static Scenario Database(double rate, PoolerSpec pooler)
    {
        var scenario = Estates.WithDatabase(Estates.Station(rate, Estates.Fixed(0.001), cores: 64), Estates.Exp(1));
        return scenario with { Database = scenario.Database! with { Pooler = pooler } };
    }

    /// <summary>100 calls of 50 ms a second from two processes with ten connections each; the pooler has ten.</summary>
    private static Scenario Processes(PoolerMode mode)
    {
        var scenario = Estates.WithDatabase(Estates.Station(100, Estates.Fixed(1), cores: 64), Estates.Fixed(50));
        var station = scenario.Servers[0];
        return scenario with
        {
            Servers = [station with { Roles = [station.Roles[0] with { Processes = 2, Threads = 100 }] }, scenario.Servers[1]],
            Database = scenario.Database! with
            {
                PoolSize = 10, Pooler = new PoolerSpec(mode, 10, 100, Estates.Seconds(1)),
            },
        };
    }
}
