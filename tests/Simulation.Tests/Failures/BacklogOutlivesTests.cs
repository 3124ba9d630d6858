using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 29. A burst is over in a second and an unbounded queue is not: everybody behind it is late long after, although
/// workers keep up with what comes.
/// </summary>
public sealed class BacklogOutlivesTests
{
    private const double Rate = 34;

    [Fact]
    public void TwoMinutesAfterTheBurstEverythingIsStillLate()
    {
        var play = Burst(new QueueSpec("queue"));

        Assert.True(play.Watch(60).DoneInTime(Rate) < 0.05);
        Assert.True(play.Queue().Waiting > 1_000);
    }

    [Fact]
    public void AQueueWithAnEndRefusesTheBurstAndIsOnTimeAgain()
    {
        // as much as workers do in 15 s
        var play = Burst(new QueueSpec("queue", Limit: 500));

        Assert.True(play.World.Report().Classes[1].Failed[Cause.BacklogFull] > 1_000);
        Assert.True(play.Pass(60).Watch(60).DoneInTime(Rate) > 0.9);
    }

    [Fact]
    public void PurgedItIsOnTimeAndWhatWasInItIsLost()
    {
        var play = Burst(new QueueSpec("queue")).Do("purge-queue", "queue").Pass(10);

        Assert.True(play.World.Report().Classes[1].Failed[Cause.Purged] > 1_000);
        Assert.True(play.Watch(60).DoneInTime(Rate) > 0.95);
    }

    [Fact]
    public void MoreWebServersDoNotHelpMoreWorkersDo()
    {
        Assert.True(Burst(new QueueSpec("queue")).Buy(2).Watch(60).DoneInTime(Rate) < 0.05);
        Assert.True(Burst(new QueueSpec("queue")).BuyWorkers(4).Pass(60).Watch(60).DoneInTime(Rate) > 0.95);
    }

    private static Play Burst(QueueSpec queue) =>
        new Play(Mill.Of(Rate, queue: queue)).Pass(20).Fault("producer-burst", "queue", seconds: 1, amount: 3_000).Pass(120);
}
