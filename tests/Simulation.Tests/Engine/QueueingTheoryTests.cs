using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>The engine against closed formulas. Fixed seeds: the same samples on every machine, so a pass is a pass for good.</summary>
public sealed class QueueingTheoryTests
{
    [Theory]
    [InlineData(50, 20.0, 92.1)]
    [InlineData(80, 50.0, 230.3)]
    public void OneServerFollowsMM1(double rate, double meanMs, double p99Ms)
    {
        var station = Runs.Measure(Estates.Station(rate, Estates.Exp(10)), seconds: 14_400).Stations[0];

        Runs.Near(meanMs, station.Sojourn.MeanMs, 0.03);
        Runs.Near(p99Ms, station.Sojourn.P99Ms, 0.05);
        Runs.Near(rate / 100, station.Utilisation, 0.02);
        Assert.InRange(station.LittleResidual, -0.005, 0.005);
    }

    [Fact]
    public void EightCoresFollowErlangC()
    {
        var station = Runs.Measure(Estates.Station(128, Estates.Exp(50), cores: 8), seconds: 14_400).Stations[0];

        Runs.Near(14.30, station.Wait.MeanMs, 0.05);
        Runs.Near(64.30, station.Sojourn.MeanMs, 0.03);
        Runs.Near(257.6, station.Sojourn.P99Ms, 0.05);
    }

    [Fact]
    public void FixedWorkWaitsHalfAsLong()
    {
        var station = Runs.Measure(Estates.Station(80, Estates.Fixed(10)), seconds: 14_400).Stations[0];

        Runs.Near(20, station.Wait.MeanMs, 0.03);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(4)]
    public void VariableWorkWaitsAsPollaczekAndKhinchineSay(double scv)
    {
        var station = Runs.Measure(Estates.Station(60, new WorkSpec(WorkKind.LogNormal, 10e6, scv)), seconds: 14_400).Stations[0];

        Runs.Near(0.6 * 10 / 0.4 * (1 + scv) / 2, station.Wait.MeanMs, 0.05);
        Runs.Near(10, station.Sojourn.MeanMs - station.Wait.MeanMs, 0.02);
    }

    [Fact]
    public void ABoundedQueueLosesWhatMM1KSays()
    {
        // one thread at work and nine waiting: K = 10
        var report = Runs.Measure(Estates.Station(120, Estates.Exp(10), threads: 1, queue: 9), seconds: 7_200);

        Runs.Near(0.1926, report.Stations[0].Lost[Cause.QueueFull] / (double)report.Stations[0].Arrived, 0.03);
        Assert.Equal(report.Classes[0].Failed[Cause.QueueFull], report.Stations[0].Lost[Cause.QueueFull]);
    }

    [Fact]
    public void ARetryStormOutlivesItsCause()
    {
        // c = 8, s = 50 ms, timeout 1 s, three retries after 50 ms, a tenth of the capacity from 30 to 40 s, 100 requests/s
        var scenario = Estates.Station(
            100, Estates.Exp(50), cores: 8, patienceNs: Estates.Seconds(1), retry: new RetrySpec(4, 50_000_000, 0)) with
        {
            Faults = [new FaultSpec(FaultKind.ServerSlow, "station", Estates.Seconds(30), Estates.Seconds(10), 10)],
        };

        Assert.InRange(Goodput(scenario, 200, 300), 0, 5);
        Assert.InRange(Goodput(scenario with { Faults = [] }, 200, 300), 95, 105);
        var frugal = scenario.Classes[0] with { Retry = new RetrySpec(4, 50_000_000, 0, Budget: 0.1) };
        Assert.InRange(Goodput(scenario with { Classes = [frugal] }, 60, 100), 95, 105);
    }

    private static double Goodput(Scenario scenario, int from, int until)
    {
        var world = new World(scenario, seed: 7);
        while (world.NowNs < Estates.Seconds(from)) Headless.Step(world, []);
        world.ResetMeters();
        while (world.NowNs < Estates.Seconds(until)) Headless.Step(world, []);
        return world.Report().Classes[0].Answered / (double)(until - from);
    }
}
