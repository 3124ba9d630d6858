namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 9. Every write wants the same row: its lock is the one machine there is.</summary>
public sealed class LockConvoyTests
{
    [Fact]
    public void WritesQueueForOneRowWhileEverythingElseIdles()
    {
        var seen = Writes(keys: 1).Watch(60);

        Assert.True(seen.Goodput < 10);
        Assert.True(seen.LockWaitersMost > 50);
        Assert.True(seen.Cpu("db-1") < 0.1);
        Assert.True(seen.Cpu("app-1") < 0.8);
    }

    [Fact]
    public void SpreadingWritesOverManyRowsCures()
    {
        var seen = Writes(keys: 100).Watch(60);

        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void ShorterWorkUnderTheLockCures() => Assert.Equal(0, Writes(keys: 1, dbMs: 5).Watch(60).Failures);

    [Fact]
    public void MoreServersAreUseless() => Assert.True(Writes(keys: 1).Buy(4).Watch(60).Goodput < 10);

    [Fact]
    public void ReadsOfTheSameRowDoNotQueue() => Assert.Equal(0, Writes(keys: 1, share: 0).Watch(60).Failures);

    private static Play Writes(int keys, double dbMs = 10, double share = 1) =>
        new Play(Shop.Of(120).Asked(users => users with { WriteShare = share, Keys = keys, Db = Estates.Fixed(dbMs) })).Pass(30);
}
