using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Databases;

/// <summary>An operator at the database: sessions are ended, and waits get an end, while it runs.</summary>
public sealed class SessionTests
{
    [Fact]
    public void EndingAllSessionsFailsExactlyThoseAndClosesTheirConnections()
    {
        // 40 calls of 100 ms a second over pools of 10: four under way on average
        var play = new Play(Busy()).Pass(20);
        var (connections, failed) = (Node(play).Connections, play.Failed);
        Assert.Equal(20, connections);

        play.Do("kill-session", "database", ("which", "all")).Pass(0.25);

        var ended = int.Parse(play.Events.First(told => told.Code == "sessions-killed").Args[1]);
        Assert.InRange(ended, 2, 12);
        Assert.Equal(connections - ended, Node(play).Connections);
        play.Pass(10);
        Assert.Equal(failed + ended, play.Failed);
        Assert.Equal(ended, play.World.Report().Classes[0].Failed[Cause.SessionKilled]);
        // what is left is enough; a pool opens only what a call lacks
        Assert.Equal(connections - ended, Node(play).Connections);
    }

    [Fact]
    public void TwoCommandsOfOneTickEndTwoSessions()
    {
        var play = new Play(Busy()).Pass(20).Do("kill-session", "database").Do("kill-session", "database").Pass(5);

        Assert.Equal(2, play.World.Report().Classes[0].Failed[Cause.SessionKilled]);
    }

    [Fact]
    public void WhatCannotBeEndedIsRefused()
    {
        var quiet = Busy() with { Classes = [Busy().Classes[0] with { RatePerSecond = 1e-6 }] };
        Assert.Contains("no-session", new Play(quiet).Do("kill-session", "database").Pass(0.5).Codes);
        Assert.Contains("no-session-of", new Play(quiet).Do("kill-session", "database", ("class", "users")).Pass(0.5).Codes);
        Assert.Contains(
            "nobody-blocks", new Play(Busy()).Pass(20).Do("kill-session", "database", ("which", "lock-holder")).Pass(0.5).Codes);
        var unknown = new Command("c1", "ann", "kill-session", "database", ActionArgs(("class", "nobody")));
        Assert.Equal("class-unknown", new Play(quiet).World.Check(unknown)?.Code);
    }

    [Fact]
    public void ALockTimeoutEndsWaitsThatBeginAfterIt()
    {
        var play = new Play(Fought()).Pass(20);
        play.World.ResetMeters();
        play.Do("set-lock-timeout", "database", ("seconds", "0.5")).Pass(30);

        var waits = play.Station("db-1/db");
        Assert.True(waits.Lost[Cause.LockTimeout] > 50);
        play.World.ResetMeters();
        play.Pass(30);
        // a write waits half a second for its lock at most, then works for 100 ms
        Assert.InRange(play.Station("db-1/db").Sojourn.MaxMs, 500, 601);

        play.Do("set-lock-timeout", "database", ("seconds", "0")).Pass(1);
        play.World.ResetMeters();
        Assert.DoesNotContain(Cause.LockTimeout, play.Pass(30).Station("db-1/db").Lost.Keys);
    }

    [Fact]
    public void AStatementTimeoutEndsCallsThatBeginAfterIt()
    {
        var play = new Play(Fought()).Pass(20);
        play.Do("set-statement-timeout", "database", ("seconds", "0.3")).Pass(10);
        play.World.ResetMeters();
        play.Pass(30);

        Assert.True(play.Station("db-1/db").Lost[Cause.StatementTimeout] > 50);
        Assert.True(play.Station("db-1/db").Sojourn.MaxMs <= 301);
    }

    [Fact]
    public void APoolTimeoutEndsWaitsForAConnection()
    {
        var play = new Play(Busy()).Pass(5).Do("set-pool", "database", ("connections", "1"))
            .Do("set-pool-timeout", "database", ("seconds", "0.2")).Pass(30);

        // two connections carry 20 of 40 calls a second
        Assert.InRange(play.World.Report().Classes[0].Failed[Cause.PoolTimeout], 15 * 30, 25 * 30);
    }

    [Fact]
    public void AnyNumberOfTimeoutsMayBeTried()
    {
        var play = new Play(Fought());
        for (var tried = 1; tried <= 300; tried++)
            play.Do("set-lock-timeout", "database", ("seconds", $"{tried / 100.0:0.00}")).Pass(0.25);
        play.World.ResetMeters();
        play.Do("set-lock-timeout", "database", ("seconds", "0.123")).Pass(5);
        play.World.ResetMeters();

        Assert.True(play.Pass(30).Station("db-1/db").Sojourn.MaxMs <= 224);
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> ActionArgs(
        params (string Name, string Value)[] args)
    {
        Assert.Null(ActionCatalogue.Check("kill-session", args.ToDictionary(arg => arg.Name, arg => arg.Value), out var full));
        return full;
    }

    private static DatabaseNodeTelemetry Node(Play play) => play.World.Last.DatabaseTelemetry[0].Nodes[0];

    /// <summary>40 reads a second of 100 ms each from two processes with ten connections each.</summary>
    private static Scenario Busy()
    {
        var scenario = Estates.WithDatabase(Estates.Station(40, Estates.Fixed(1), cores: 64, threads: 100), Estates.Fixed(100));
        return scenario with
        {
            Servers = [scenario.Servers[0] with { Roles = [scenario.Servers[0].Roles[0] with { Processes = 2 }] },
                scenario.Servers[1]],
            Database = scenario.Database! with { PoolSize = 10 },
        };
    }

    /// <summary>12 writes a second of one row, 100 ms each: more than it takes; their users wait 5 s.</summary>
    private static Scenario Fought()
    {
        var scenario = Estates.WithDatabase(
            Estates.Station(12, Estates.Fixed(1), cores: 64, threads: 1000, patienceNs: Estates.Seconds(5)), Estates.Fixed(100));
        return scenario with { Classes = [scenario.Classes[0] with { WriteShare = 1 }] };
    }
}
