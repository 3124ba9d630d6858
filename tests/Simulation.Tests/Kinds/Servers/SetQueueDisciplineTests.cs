using OpsGame.Simulation.Engine;

namespace OpsGame.Simulation.Tests.Kinds.Servers;

/// <summary>Whom a free thread takes from the queue.</summary>
public sealed class SetQueueDisciplineTests
{
    [Fact]
    public void UnderOverloadTheNewestIsAnsweredInTimeAndTheOldestGivesUp()
    {
        var (fifo, lifo) = (Overloaded("fifo"), Overloaded("lifo"));

        // the core has as much to do either way
        Assert.InRange(lifo.Completed / (double)fifo.Completed, 0.95, 1.05);
        // a queue of 1 s in front of everybody, or of nobody
        Assert.True(fifo.Sojourn.P50Ms > 500, $"{fifo.Sojourn.P50Ms} ms");
        Assert.True(lifo.Sojourn.P50Ms < 100, $"{lifo.Sojourn.P50Ms} ms");
    }

    [Fact]
    public void WithTimeToSpareTheMeanWaitIsTheSameWhoeverIsTaken()
    {
        // M/M/1 at 60 %: Little's law and the mean do not ask in which order, the variance does
        var (fifo, lifo) = (Calm("fifo"), Calm("lifo"));

        Assert.InRange(lifo.Sojourn.MeanMs / fifo.Sojourn.MeanMs, 0.93, 1.07);
        Assert.True(lifo.Sojourn.P99Ms > 1.2 * fifo.Sojourn.P99Ms, $"{lifo.Sojourn.P99Ms} and {fifo.Sojourn.P99Ms} ms");
    }

    [Fact]
    public void ItIsTakenBackAndSetAgainItChangesNothing()
    {
        var play = new Play(Estates.Whole()).Pass(1);
        var done = play.Does("set-queue-discipline", "web-1", ("discipline", "lifo"));
        Assert.Equal("queue-lifo", done.Code);
        Assert.True(play.World.Servers[0].Lifo);

        Assert.Equal("queue-fifo", play.TakesBack(done, done.Undo!).Code);
        Assert.False(play.World.Servers[0].Lifo);
        Assert.Null(play.Does("set-queue-discipline", "web-1", ("discipline", "fifo")).Undo);
    }

    /// <summary>150 requests a second, of whom a core can do 100, and everybody waits a second at most.</summary>
    private static StationReport Overloaded(string discipline) => Played(150, discipline, 120, patienceNs: Estates.Seconds(1));

    private static StationReport Calm(string discipline) => Played(60, discipline, 1_200);

    private static StationReport Played(double rate, string discipline, double seconds, long patienceNs = 0)
    {
        var play = new Play(Estates.Station(rate, Estates.Exp(10), threads: 1, patienceNs: patienceNs));
        play.Do("set-queue-discipline", "station", ("discipline", discipline)).Pass(5);
        play.World.ResetMeters();
        return play.Pass(seconds).Station("station/app");
    }
}
