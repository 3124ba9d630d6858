using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// The engine against closed formulas. Fixed seeds: the same samples on every machine, so a pass is a pass for good.
/// </summary>
public sealed class QueueingTheoryTests
{
    [Theory]
    [InlineData(300, 50)]
    [InlineData(500, 50)]
    [InlineData(800, 150)]
    [InlineData(900, 400)]
    public void OneServerFollowsMM1(double rate, double batch) =>
        StationChecks.Queue(BatchMeans.Of(Estates.Station(rate, Estates.Exp(1)), batch), "station/app", 1, rate, 1).MustHold();

    /// <summary>The design's worked numbers, as numbers.</summary>
    [Theory]
    [InlineData(1, 10, 50, 20.0, 92.1)]
    [InlineData(1, 10, 80, 50.0, 230.3)]
    [InlineData(8, 50, 128, 64.30, 257.6)]
    public void WorkedNumbersComeOut(int cores, double workMs, double rate, double meanMs, double p99Ms)
    {
        var station = Runs.Measure(Estates.Station(rate, Estates.Exp(workMs), cores, cores), seconds: 14_400).Stations[0];

        Runs.Near(meanMs, station.Sojourn.MeanMs, 0.03);
        Runs.Near(p99Ms, station.Sojourn.P99Ms, 0.05);
    }

    [Theory]
    [InlineData(2, 1400, 100)]
    [InlineData(4, 3600, 500)]
    [InlineData(8, 6400, 250)]
    [InlineData(16, 12_800, 250)]
    public void ManyCoresFollowErlangC(int cores, double rate, double batch) =>
        StationChecks.Queue(
            BatchMeans.Of(Estates.Station(rate, Estates.Exp(1), cores, cores), batch), "station/app", cores, rate, 1).MustHold();

    [Theory]
    [InlineData(500, 50)]
    [InlineData(800, 100)]
    [InlineData(900, 300)]
    public void FixedWorkWaitsAsCrommelinSays(double rate, double batch) =>
        new Check(BatchMeans.Of(Estates.Station(rate, Estates.Fixed(1)), batch))
        .Exactly("mean wait", 1000 * Formulas.PollaczekKhinchine(rate, 0.001, 0), 0.03, report => report.Stations[0].Wait.MeanMs)
        .Exactly("p99 of wait", 1000 * Formulas.Quantile(time => Formulas.FixedWorkWaitTail(rate, 0.001, time), 0.99), 0.05,
            report => report.Stations[0].Wait.P99Ms)
        .Little()
        .MustHold();

    [Theory]
    [InlineData(0.5, 600, 100)]
    [InlineData(0.5, 850, 200)]
    [InlineData(4, 400, 300)]
    [InlineData(4, 700, 500)]
    public void LogNormalWorkWaitsAsPollaczekAndKhinchineSay(double scv, double rate, double batch) =>
        Waits(new WorkSpec(WorkKind.LogNormal, 1e6, scv), rate, scv, batch);

    [Theory]
    [InlineData(400, 50)]
    [InlineData(600, 50)]
    [InlineData(850, 150)]
    public void UniformWorkWaitsAsPollaczekAndKhinchineSay(double rate, double batch) =>
        Waits(new WorkSpec(WorkKind.Uniform, 0.5e6, 1.5e6), rate, 1 / 12.0, batch);

    [Theory]
    [InlineData(1, 10, 1200, 50)]
    [InlineData(1, 10, 800, 150)]
    [InlineData(4, 8, 3600, 100)]
    [InlineData(4, 4, 3000, 50)]
    public void ABoundedQueueLosesWhatMMcKSays(int cores, int places, double rate, double batch)
    {
        var run = BatchMeans.Of(Estates.Station(rate, Estates.Exp(1), cores, threads: cores, queue: places - cores), batch);
        var states = Formulas.BoundedStates(cores, places, rate, 1000);
        var inside = states.Select((chance, n) => n * chance).Sum();

        new Check(run)
            .Exactly("lost", states[^1], 0.03, report => report.Stations[0].LostShare(Cause.QueueFull))
            .Exactly("failed", states[^1], 0.03, report => report.Classes[0].FailedShare(Cause.QueueFull))
            .Exactly("mean sojourn", 1000 * inside / (rate * (1 - states[^1])), 0.03, report => report.Stations[0].Sojourn.MeanMs)
            .Little()
            .MustHold();
    }

    [Theory]
    [InlineData(300, 50)]
    [InlineData(600, 100)]
    [InlineData(800, 200)]
    public void AProcessesMutexIsAQueueOfItsOwn(double rate, double batch)
    {
        // enough threads and cores: only the mutex makes anybody wait
        var scenario = Estates.Station(rate, Estates.Exp(0.001), cores: 64);
        scenario = scenario with { Classes = [scenario.Classes[0] with { Exclusive = Estates.Exp(1) }] };

        StationChecks.Exponential(BatchMeans.Of(scenario, batch), "station/app", 0.001 + 1000 / (1000 - rate)).MustHold();
    }

    [Fact]
    public void ARetryStormOutlivesItsCause()
    {
        // c = 8, s = 50 ms, timeout 1 s, three retries after 50 ms, a tenth of the capacity from 30 to 40 s, 100 requests/s
        var scenario = Estates.Station(
            100, Estates.Exp(50), cores: 8, threads: 8, patienceNs: Estates.Seconds(1),
            retry: new RetrySpec(4, 50_000_000, 0)) with
        {
            Faults = [FaultSpec.Of("server-slow", "station", Estates.Seconds(30), Estates.Seconds(10), ("amount", "10"))],
        };

        Assert.InRange(Goodput(scenario, 200, 300), 0, 5);
        Assert.InRange(Goodput(scenario with { Faults = [] }, 200, 300), 95, 105);
        var frugal = scenario.Classes[0] with { Retry = new RetrySpec(4, 50_000_000, 0, Budget: 0.1) };
        Assert.InRange(Goodput(scenario with { Classes = [frugal] }, 60, 100), 95, 105);
    }

    private static void Waits(WorkSpec work, double rate, double scv, double batch) =>
        new Check(BatchMeans.Of(Estates.Station(rate, work), batch))
        .Exactly("mean wait", 1000 * Formulas.PollaczekKhinchine(rate, 0.001, scv), 0.03,
            report => report.Stations[0].Wait.MeanMs)
        .Exactly("mean work", 1, 0.01, report => report.Stations[0].Sojourn.MeanMs - report.Stations[0].Wait.MeanMs)
        .Little()
        .MustHold();

    private static double Goodput(Scenario scenario, int from, int until)
    {
        var world = new World(scenario, seed: 7);
        while (world.NowNs < Estates.Seconds(from)) Headless.Step(world, []);
        world.ResetMeters();
        while (world.NowNs < Estates.Seconds(until)) Headless.Step(world, []);
        return world.Report().Classes[0].Answered / (double)(until - from);
    }
}
