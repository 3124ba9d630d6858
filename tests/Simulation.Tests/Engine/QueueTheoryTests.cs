using OpsGame.Simulation.Kinds.Queues;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>The queue and its workers against closed formulas.</summary>
public sealed class QueueTheoryTests
{
    [Theory]
    [InlineData(1, 800, 150)]
    [InlineData(4, 3600, 500)]
    [InlineData(8, 6400, 250)]
    public void WorkersFollowErlangC(int threads, double rate, double batch)
    {
        var wait = 1000 * Formulas.ErlangC(threads, rate / 1000) / (threads * 1000 - rate);
        new Check(BatchMeans.Of(Estates.Jobs(rate, Estates.Exp(1), threads), batch))
            .Exactly("mean wait", wait, 0.03, report => report.Station("queue").Wait.MeanMs)
            .Exactly("mean sojourn", wait + 1, 0.03, report => report.Station("queue").Sojourn.MeanMs)
            .Exactly("p99 of sojourn", 1000 * Formulas.Quantile(time => Formulas.SojournTail(threads, rate, 1000, time), 0.99),
                0.05, report => report.Station("queue").Sojourn.P99Ms)
            .Exactly("utilisation", rate / 1000 / threads, 0.01, report => report.Station("worker/worker").Utilisation)
            .Little()
            .MustHold();
    }

    [Theory]
    [InlineData(4, 1500, 50)]
    [InlineData(10, 8000, 300)]
    public void AWorkerThatTakesManyAtOnceFollowsTheBulkQueue(int most, double rate, double batch)
    {
        var bulk = Estates.Jobs(rate, Estates.Fixed(0), queue: new QueueSpec(
            "queue", WriteNs: 0, VisibilityNs: Estates.Seconds(3600), Batch: most, Receive: Estates.Exp(1)));

        new Check(BatchMeans.Of(bulk, batch))
            .Exactly("mean wait", 1000 * Formulas.BatchWait(rate, 1000, most), 0.03,
                report => report.Station("queue").Wait.MeanMs)
            .Little()
            .MustHold();
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    public void AShortVisibilityTimeoutBringsAsManyDuplicatesAsTheySay(double visibilityInWorks)
    {
        var plenty = Estates.Jobs(20, Estates.Exp(1000), threads: 400, queue: new QueueSpec(
            "queue", WriteNs: 0, VisibilityNs: Estates.Seconds(visibilityInWorks), Tries: 10));

        var done = new Check(BatchMeans.Of(plenty, 15));
        done.Exactly("deliveries a job", Formulas.Deliveries(visibilityInWorks, 1), 0.03, report =>
                report.Station("worker/worker").Started / (double)report.Station("queue").Completed)
            .MustHold();
    }

    [Fact]
    public void FixedWorkIsDoneOnceForEveryTimeoutThatEndsBeforeIt()
    {
        // 1 s of work, and every 0.4 s another worker begins the same
        var report = Runs.Measure(
            Estates.Jobs(1, Estates.Fixed(1000), threads: 100, queue: new QueueSpec(
                "queue", WriteNs: 0, VisibilityNs: Estates.Seconds(0.4))), seconds: 3_600);

        Runs.Near(3, report.Station("worker/worker").Completed / (double)report.Station("queue").Completed, 0.002);
    }

    [Fact]
    public void WhatIsLeftToDoIsLeftToDoWhereverItIsAndNothingIsCountedTwice()
    {
        var report = Runs.Measure(Estates.Jobs(90, Estates.Exp(10)), seconds: 1_000);
        var (jobs, queue) = (report.Classes[0], report.Station("queue"));

        Assert.Equal(queue.Arrived, jobs.Offered);
        Assert.Equal(queue.Completed, jobs.Answered);
        Runs.Near(queue.Sojourn.MeanMs, jobs.Latency.MeanMs, 0.001);
    }
}
