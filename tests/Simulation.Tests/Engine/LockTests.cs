using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// Transactions with several locks: how often they deadlock, how long until somebody notices, and what a sorted order does.
/// </summary>
public sealed class LockTests
{
    /// <summary>Work that follows each of two locks.</summary>
    private const double HalfMs = 2;

    [Fact]
    public void TwoLocksInOppositeOrderDeadlockAsOftenAsTransactionsOverlap()
    {
        // λ = 2/s on one pair of rows, h = 2 ms after each lock: the first is alone with its first row for h; within h a second
        // one comes with probability λh and wants the rows the other way round with ½ (terms of (λh)² = 16e−6 left out)
        var report = Runs.Measure(Pairs(pairs: 100, rate: 2, deadlockNs: 0), 7_260);

        var deadlocks = report.Classes.Sum(users => users.Failed.GetValueOrDefault(Cause.Deadlock));
        Runs.Near(100 * 7_200 * 2 * (2 * HalfMs / 1000 / 2), deadlocks, 0.06);
    }

    [Fact]
    public void LocksInSortedOrderNeverDeadlock()
    {
        var report = Runs.Measure(Pairs(pairs: 20, rate: 50, deadlockNs: 0, LockOrder.Sorted), 360);

        Assert.All(report.Classes, users => Assert.Empty(users.Failed));
        Runs.Near(20 * 50 * 300, report.Classes.Sum(users => users.Answered), 0.02);
    }

    [Fact]
    public void AnUndetectedDeadlockHoldsItsRowsForever()
    {
        var report = Runs.Measure(Pairs(pairs: 20, rate: 50, deadlockNs: -1), 360);

        Assert.Equal(0, report.Classes.Sum(users => users.Answered));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(250_000_000)]
    [InlineData(1_000_000_000)]
    public void AVictimHasWaitedTheDetectionDelayToTheNanosecond(long delayNs)
    {
        var traces = Traces(Pairs(pairs: 4, rate: 10, deadlockNs: delayNs), seconds: 600);

        var victims = traces.Where(trace => trace.Cause == Cause.Deadlock).SelectMany(trace => trace.Hops)
            .Where(hop => hop.Cause == Cause.Deadlock).ToArray();
        Assert.True(victims.Length > 20);
        // it worked after its first lock, then waited for the second
        Assert.All(victims, hop => Assert.Equal(Nanoseconds.FromSeconds(HalfMs / 1000) + delayNs, hop.OutNs - hop.WorkNs));
    }

    [Fact]
    public void OnlyALockTimeoutEndsAnUndetectedDeadlock()
    {
        var scenario = Pairs(pairs: 20, rate: 10, deadlockNs: -1);
        var report =
            Runs.Measure(scenario with { Database = scenario.Database! with { LockTimeoutNs = Estates.Seconds(0.2) } }, 360);

        Assert.True(report.Classes.Sum(users => users.Failed.GetValueOrDefault(Cause.LockTimeout)) > 100);
        Assert.Equal(0, report.Classes.Sum(users => users.Failed.GetValueOrDefault(Cause.Deadlock)));
        Assert.True(report.Classes.Sum(users => users.Answered) > 20 * 10 * 300 * 0.8);
    }

    [Fact]
    public void TheWorkIsSplitOverTheLocksAndNoneIsAddedOrLost()
    {
        var scenario = Pairs(pairs: 1, rate: 100, deadlockNs: 0, LockOrder.Sorted);
        var four = scenario with { Classes = [scenario.Classes[0] with { Locks = 4, Keys = 1_000, Db = Estates.Exp(8) }] };
        var one = four with { Classes = [four.Classes[0] with { Locks = 1, WriteShare = 0 }] };

        var (split, whole) = (Runs.Measure(four, 3_600).Station("db-1/db"), Runs.Measure(one, 3_600).Station("db-1/db"));

        Runs.Near(whole.Utilisation, split.Utilisation, 0.0001);
        Assert.InRange(split.LittleResidual, -0.005, 0.005);
    }

    [Fact]
    public void AWorkSlotIsFreeWhileItsTransactionWaitsForALock()
    {
        // two slots, and writers of one row wait without one: readers meet a free slot beside the one writer that works
        var scenario = Pairs(pairs: 1, rate: 20, deadlockNs: 0, LockOrder.Sorted);
        var users = scenario.Classes[0] with { Db = Estates.Fixed(40) };
        var report = Runs.Measure(scenario with
        {
            Classes = [users,
                users with
                {
                    Id = "read", Data = "other", WriteShare = 0, Locks = 1, RatePerSecond = 5, Db = Estates.Fixed(0.1),
                }],
            Database = scenario.Database! with { Slots = 2 },
        }, 600);

        Assert.True(report.Classes[0].Latency.MeanMs > 60);
        Assert.True(report.Classes[1].Latency.P99Ms < 1);
    }

    private static List<Trace> Traces(Scenario scenario, int seconds)
    {
        var world = new World(scenario, seed: 3, sampleTraces: true);
        var traces = new List<Trace>();
        while (world.NowNs < Estates.Seconds(seconds)) traces.AddRange(Headless.Step(world, []).Traces);
        return traces;
    }

    /// <summary>Pairs of rows, each written by users of its own who lock both in the order they come.</summary>
    private static Scenario Pairs(int pairs, double rate, long deadlockNs, LockOrder order = LockOrder.Drawn)
    {
        var station = Estates.Station(rate, Estates.Fixed(1), cores: 10_000);
        var users = station.Classes[0] with
        {
            App = null, Db = Estates.Fixed(2 * HalfMs), WriteShare = 1, Keys = 2, Locks = 2, LockOrder = order,
        };
        return station with
        {
            Classes = [.. Enumerable.Range(1, pairs).Select(pair => users with { Id = $"users-{pair}" })],
            Servers = [new ServerSpec("db-1", "rack", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 0, 0)])],
            Database = new DatabaseSpec("database", "db-1", 10_000, 10_000, DeadlockNs: deadlockNs),
        };
    }
}
