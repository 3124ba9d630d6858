using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Long measured runs. Fixed seeds: the same samples on every machine, so a pass is a pass for good.</summary>
internal static class Runs
{
    private const int WarmupSeconds = 60;

    public static RunReport Measure(Scenario scenario, double seconds, ulong seed = 1)
    {
        var world = new World(scenario, seed);
        while (world.NowNs < Estates.Seconds(WarmupSeconds)) Headless.Step(world, []);
        world.ResetMeters();
        while (world.NowNs < Estates.Seconds(seconds)) Headless.Step(world, []);
        return world.Report();
    }

    public static StationReport Station(this RunReport report, string id) => report.Stations.First(row => row.Id == id);

    public static void Near(double expected, double actual, double tolerance) =>
        Assert.InRange(actual, expected * (1 - tolerance), expected * (1 + tolerance));
}
