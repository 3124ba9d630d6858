using BenchmarkDotNet.Attributes;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Time;

namespace OpsGame.Benchmarks;

/// <summary>
/// A whole drill headless: 12 minutes at 500 requests a second with rules, alerts, score and hash; one operation is the drill.
/// </summary>
public class DrillBenchmarks
{
    private const long DrillNs = 12 * 60 * Nanoseconds.PerSecond;

    private World _world = null!;

    [Params(10, 400)]
    public int Components { get; set; }

    [IterationSetup]
    public void Start() => _world = new World(Estates.OfSize(Components, 500), seed: 1);

    [Benchmark]
    public void TwelveMinutes()
    {
        while (_world.NowNs < DrillNs) Headless.Pass(_world, []);
    }
}
