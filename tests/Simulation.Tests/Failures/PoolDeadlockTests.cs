using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 33. Requests need a second pooled connection while they hold one. In a busy moment every thread holds its first,
/// none is left, and from then on nobody moves, though database and processors are idle.
/// </summary>
public sealed class PoolDeadlockTests
{
    [Fact]
    public void AfterABusyMomentEveryThreadHoldsOneConnectionAndWaitsForever()
    {
        var play = Surged(Nested());
        var seen = play.Watch(60);
        var now = play.World.Last.DatabaseTelemetry[0];

        Assert.Equal(0, seen.Goodput);
        Assert.Equal((32, 32, 0), (now.PoolBusy, now.PoolWaiting, now.BusySlots));
        Assert.Equal(1, seen.ThreadsBusy("app-1"), 0.001);
        Assert.True(seen.Cpu("app-1") < 0.01 && seen.Cpu("db-1") < 0.01);
    }

    [Fact]
    public void OneConnectionMoreThanThreadsCures()
    {
        var play = Surged(Nested()).Do("set-pool", "database", ("connections", "9")).Pass(30);

        Assert.Equal(0, play.Watch(60).Failures);
        Assert.Equal(0, play.Fault("traffic-surge", "users", 10, 15).Pass(40).Watch(60).Failures);
    }

    [Fact]
    public void AShortPoolTimeoutEndsItAtAPrice()
    {
        var play = Surged(Nested().Stored(database => database with { PoolTimeoutNs = Estates.Seconds(0.5) }));

        Assert.True(play.World.Report().Classes[0].Failed.GetValueOrDefault(Cause.PoolTimeout) > 20);
        Assert.True(play.Watch(60).Goodput > 35);
    }

    [Fact]
    public void MoreThreadsOrARestartDoNotHelpForLong()
    {
        var threads = Surged(Nested());
        foreach (var server in (string[])["app-1", "app-2"])
            threads.Do("change-threads", server, ("role", "app"), ("processes", "2"), ("threads", "16"));
        threads.Pass(20).Fault("traffic-surge", "users", 10, 15).Pass(30);
        Assert.True(threads.Watch(60).Goodput < 5);

        var restarted = Surged(Nested()).Restart("app-1", "app-2").Pass(20);
        Assert.True(restarted.Watch(10).Goodput > 30);
        Assert.True(restarted.Fault("traffic-surge", "users", 10, 15).Pass(30).Watch(60).Goodput < 5);
    }

    [Fact]
    public void WhereOneConnectionIsEnoughNothingHappens() =>
        Assert.Equal(0, Surged(Nested().Asked(users => users with { SecondConnection = null })).Watch(60).Failures);

    private static Play Surged(Scenario scenario) =>
        new Play(scenario).Pass(20).Fault("traffic-surge", "users", seconds: 10, amount: 15).Pass(40);

    /// <summary>Two servers with two processes of 8 threads, and pools of 8.</summary>
    private static Scenario Nested() => Shop.Of(40).Threaded(processes: 2, threads: 8)
        .Asked(users => users with { App = Estates.Exp(4), SecondConnection = Estates.Exp(60) })
        .Stored(database => database with { PoolSize = 8 });
}
