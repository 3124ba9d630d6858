namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 30. More workers ask more of the database at once, and it is theirs and the users' alike: the backlog goes down no
/// faster, and orders begin to fail.
/// </summary>
public sealed class DrownedDatabaseTests
{
    private const double Rate = 30;

    [Fact]
    public void ManyWorkersTakeTheDatabaseFromTheUsers()
    {
        var seen = Backlogged().BuyWorkers(8).Watch(60);

        Assert.True(seen.GoodputOf("orders") < 0.3 * Rate, $"{seen.GoodputOf("orders")}");
        Assert.True(seen.SlotQueueLeast > 20, $"{seen.SlotQueueLeast}");
    }

    [Fact]
    public void PausedTheyGiveItBack()
    {
        var seen = Backlogged().BuyWorkers(8).Do("pause-queue", "queue").Pass(20).Watch(60);

        Assert.True(seen.GoodputOf("orders") > 0.95 * Rate);
    }

    [Fact]
    public void MoreWebServersDoNotGiveItBack() =>
        Assert.True(Backlogged().BuyWorkers(8).Buy(2).Watch(60).GoodputOf("orders") < 0.3 * Rate);

    [Fact]
    public void AsManyAsTheDatabaseBearsWorkTheBacklogOff()
    {
        var play = Backlogged().BuyWorkers(1);

        Assert.True(play.Watch(60).GoodputOf("orders") > 0.9 * Rate);
        Assert.True(play.Pass(120).Queue().Waiting < 100);
    }

    /// <summary>4 slots for 10 ms of an order and 80 ms of a job: 30 orders and 30 jobs a second are two thirds of it.</summary>
    private static Play Backlogged() =>
        new Play(Mill.Of(Rate).Working(jobs => jobs with { App = Estates.Exp(20), Db = Estates.Exp(80) })
        .Stored(database => database with { Slots = 4 })).Pass(20).Fault("producer-burst", "queue", seconds: 1, amount: 3_000)
        .Pass(5);
}
