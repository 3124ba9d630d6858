using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 11. A release locks its rows in the order they come; transactions wait for each other in circles.</summary>
public sealed class DeadlockTests
{
    [Fact]
    public void AReleaseThatLocksInNoOrderDeadlocks()
    {
        var play = Released("v2");
        var seen = play.Watch(60);

        // for the second until the database looks, more and more transactions wait for the rows of those in the circle
        Assert.True(seen.Goodput < 20);
        Assert.True(seen.Deadlocks > 30);
        Assert.True(seen.LockWaitersMost > 50);
        Assert.True(seen.Cpu("db-1") < 0.1);
        Assert.Contains("alert-deadlocks", play.Codes);
    }

    [Fact]
    public void RollingBackCures() =>
        Assert.Equal(0, Released("v2").Do("roll-back", "rollout").Pass(60).Watch(60).Failures);

    [Fact]
    public void AReleaseThatLocksInOrderCures() =>
        Assert.Equal(0, Roll(Released("v2"), "v3").Watch(60).Failures);

    [Fact]
    public void MoreServersAndMoreConnectionsDoNotHelp()
    {
        var play = Released("v2").Buy(2).Do("set-max-connections", "database", ("connections", "5000")).Pass(10);
        var seen = play.Watch(60);

        Assert.True(seen.Goodput < 20);
        Assert.True(seen.Deadlocks > 30);
    }

    [Fact]
    public void AShorterLockTimeoutOnlyTurnsDeadlocksIntoTimeouts()
    {
        var seen = Released("v2", lockTimeoutSeconds: 0.3).Watch(60);

        Assert.Equal(0, seen.Deadlocks);
        Assert.True(seen.Failed(Cause.LockTimeout) > 1_000);
        Assert.True(seen.Goodput < 60);
    }

    [Fact]
    public void ImmediateDeadlockDetectionEndsTheStandstillButNotTheErrors()
    {
        var seen = Released("v2", deadlockSeconds: 0).Watch(60);

        Assert.True(seen.Goodput > 75);
        Assert.Equal(seen.Deadlocks, seen.Failed(Cause.Deadlock));
        Assert.True(seen.Deadlocks > 5);
    }

    [Fact]
    public void TheOldVersionNeverDeadlocks() => Assert.Equal(0, Released("v1").Watch(60).Failures);

    [Fact]
    public void ATransactionThatLocksOneRowNeverDeadlocks() => Assert.Equal(0, Released("v2", locks: 1).Watch(60).Failures);

    /// <summary>Transfers that lock two of ten accounts for 6 ms; v1 and v3 lock them in order, v2 does not.</summary>
    private static Play Released(string version, int locks = 2, double lockTimeoutSeconds = 0, double deadlockSeconds = 1)
    {
        var shop = Shop.Of(80)
            .Asked(users =>
                users with { WriteShare = 1, Keys = 10, Locks = locks, LockOrder = LockOrder.Sorted, Db = Estates.Fixed(6) })
            .Stored(database => database with
            {
                LockTimeoutNs = Estates.Seconds(lockTimeoutSeconds), DeadlockNs = Estates.Seconds(deadlockSeconds),
            });
        var play = new Play(shop with
        {
            Releases =
            [
                Shop.Release("v2", 1, 0) with { LockOrder = LockOrder.Drawn },
                Shop.Release("v3", 1, 0) with { LockOrder = LockOrder.Sorted },
            ],
        }).Pass(20);
        return version == "v1" ? play.Pass(60) : Roll(play, version);
    }

    private static Play Roll(Play play, string version) =>
        play.Do("start-rollout", "rollout", ("version", version), ("fraction", "1"), ("drain", "5"), ("bake", "0")).Pass(60);
}
