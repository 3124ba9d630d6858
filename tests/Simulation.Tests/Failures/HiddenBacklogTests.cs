namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 26. Workers are too slow; whoever looks only at the web side sees nothing, because accepted is not done.
/// </summary>
public sealed class HiddenBacklogTests
{
    private const double Rate = 30;

    [Fact]
    public void OrdersAreAnsweredInTimeWhileTheJobsGetOlderAndOlder()
    {
        var play = Slowed();
        var seen = play.Watch(60);

        Assert.Equal(0, seen.FailedOf("orders"));
        Assert.InRange(seen.GoodputOf("orders"), 0.9 * Rate, 1.1 * Rate);
        Assert.True(seen.DoneInTime(Rate) < 0.05, $"{seen.DoneInTime(Rate)}");
        Assert.True(play.Queue().AgeNs > Estates.Seconds(30));
        Assert.Contains(play.World.Last.Alerts, alert => alert.Code == "alert-queue-age");
    }

    [Fact]
    public void MoreWorkersWorkItOff()
    {
        var play = Slowed().BuyWorkers(3).Pass(90);

        Assert.Equal(0, play.Queue().Waiting);
        // the slow one's jobs still take their time
        Assert.True(play.Queue().AgeNs < Estates.Seconds(10));
        Assert.True(play.Watch(30).DoneInTime(Rate) > 0.95);
    }

    [Fact]
    public void MoreWebServersDoNot()
    {
        var play = Slowed().Buy(2).Pass(60);

        Assert.True(play.Queue().AgeNs > Estates.Seconds(30));
        Assert.True(play.Watch(30).DoneInTime(Rate) < 0.05);
    }

    [Fact]
    public void WithoutTheSlowWorkerNothingWaits()
    {
        var play = new Play(Mill.Of(Rate)).Pass(60);

        Assert.True(play.Watch(60).DoneInTime(Rate) > 0.9);
        Assert.True(play.Queue().Waiting < 20);
    }

    /// <summary>One of two workers takes four times as long, for good.</summary>
    private static Play Slowed() =>
        new Play(Mill.Of(Rate)).Pass(20).Fault("server-slow", "worker-1", seconds: 3_600, amount: 4).Pass(120);
}
