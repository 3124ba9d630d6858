using OpsGame.Simulation.Kinds.Queues;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 28. A message kills whoever takes it, with all that worker has in hand; then it comes back, until it has been tried as
/// often as it may be.
/// </summary>
public sealed class PoisonMessageTests
{
    private const double Rate = 20;

    [Fact]
    public void EveryTryKillsAProcessAndDelaysItsNeighbours()
    {
        var play = Poisoned().Pass(30);
        var seen = play.Watch(60);

        Assert.True(play.Times("process-killed") >= 3, $"{play.Times("process-killed")}");
        Assert.Equal(0, seen.FailedOf("orders"));
        Assert.True(play.Queue().AgeNs > Estates.Seconds(30));
    }

    [Fact]
    public void MovedAsideItKillsNobody()
    {
        // as long as nobody gets anything it lies there and can be got hold of
        var play = Poisoned().Do("pause-queue", "queue").Pass(20).Do("bury-message", "queue", ("which", "most-tried")).Pass(1)
            .Do("resume-queue", "queue").Pass(1);
        var killed = play.Times("process-killed");

        play.Pass(60);
        Assert.Equal(killed, play.Times("process-killed"));
        Assert.True(play.Watch(30).DoneInTime(Rate) > 0.95);
    }

    [Fact]
    public void RestartedWorkersAreKilledAgain()
    {
        var play = Poisoned().Restart("worker-1", "worker-2").Pass(30);
        var killed = play.Times("process-killed");

        Assert.True(play.Pass(90).Times("process-killed") > killed);
    }

    [Fact]
    public void AfterItsLastTryItIsADeadLetterAndItIsOver()
    {
        var play = new Play(Mill.Of(Rate, queue: Spec(tries: 3))).Pass(20).Fault("poison-message", "queue", seconds: 1).Pass(90);

        // and with it whoever was always beside it
        Assert.InRange(play.Queue().Dead, 1, 8);
        Assert.Equal(3, play.Times("process-killed"));
        Assert.True(play.Watch(30).DoneInTime(Rate) > 0.95);
    }

    private static Play Poisoned() =>
        new Play(Mill.Of(Rate, queue: Spec(tries: 10))).Pass(20).Fault("poison-message", "queue", seconds: 1).Pass(20);

    private static QueueSpec Spec(int tries) => new("queue", VisibilityNs: Estates.Seconds(15), Tries: tries);
}
