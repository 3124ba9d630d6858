using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Databases;

public class DatabaseRulesTests
{
    private static readonly DatabaseState Database = Acting.World().Databases[0];

    [Fact]
    public void TheDatabaseIsADatabaseAndItsServersAreServers()
    {
        var world = Acting.World();
        Assert.Equal(DatabaseState.Kind, world.KindOf("database"));
        Assert.All(Database.Servers, id => Assert.Equal(ServerState.Kind, world.KindOf(id)));
        Assert.Contains("fail-over", Acting.ActionsOn(DatabaseState.Kind));
        Assert.Equal(["database-slow", "replication-lag", "table-alter"], Acting.FaultsOf(DatabaseState.Kind));
    }

    [Fact]
    public void ANewLimitReachesTheEngineAndAnUnchangedDatabaseOrdersNothing()
    {
        var outcome = Tick(Database, 1, lostNs: -1, Acting.Of("set-max-connections", "database", ("connections", "50")));
        Assert.Equal(Database with { MaxConnections = 50 }, outcome.State);
        Assert.Equal(50, Assert.IsType<SetDatabase>(Assert.Single(outcome.Directives)).MaxConnections);
        Assert.Empty(Tick(outcome.State, 2, lostNs: -1).Directives);
    }

    [Fact]
    public void SlownessEndsByItself()
    {
        var slow = Database with { SlowFactor = 4, SlowEndsNs = Estates.Seconds(10) };
        Assert.Equal(slow, Tick(slow, 9.75, lostNs: -1).State);
        Assert.Equal(Database, Tick(slow, 10, lostNs: -1).State);
    }

    [Fact]
    public void ALostPrimaryIsReplacedAfterDetectionAndPromotion()
    {
        // lost at 5 s, detected 2 s later, promoted 1 s after that
        Assert.Equal(Database, Tick(Database, 6.75, Estates.Seconds(5)).State);

        var detected = Tick(Database, 7, Estates.Seconds(5));
        Assert.Equal(("db-1", "db-2"), (detected.State.Server, detected.State.Promoting));
        Assert.Contains(new FencePrimary("database"), detected.Directives);

        var promoted = Tick(detected.State, 8, Estates.Seconds(5));
        Assert.Equal(("db-2", ""), (promoted.State.Server, promoted.State.Promoting));
        Assert.Contains(new PromoteReplica("database", "db-2"), promoted.Directives);
        Assert.Equal(["database", "db-2", "7"], Assert.Single(promoted.Events).Args);
    }

    [Fact]
    public void AReplicaThatIsStillCopyingIsNotPromoted()
    {
        var copying = Database with { Copies = [new ReplicaCopy("db-2", 0)] };
        Assert.Equal("", Tick(copying, 60, Estates.Seconds(5)).State.Promoting);
    }

    /// <summary>db-2 is up; db-1 is, unless it was lost.</summary>
    private static Outcome<DatabaseState> Tick(DatabaseState state, double seconds, long lostNs, params Command[] commands) =>
        DatabaseRules.Tick(state, new DatabaseInput(
            state.Id, Estates.Seconds(seconds), [.. commands],
            new DatabaseTelemetry(
                state.Id, 0, 0, 0, 0, 0, 0, 0, 0, default, 0, lostNs, UnreplicatedWrites: 7,
                [Node("db-1", up: lostNs < 0), Node("db-2", up: true)], new AlterTelemetry(0, AlterPhase.None, 0)),
            new DatabaseContext(Estates.Seconds(2), Estates.Seconds(1), Estates.Seconds(30)), []));

    private static DatabaseNodeTelemetry Node(string server, bool up) => new(server, up, 0, 0, 0, 0, 0, 0, 0, 0, 0, default);
}
