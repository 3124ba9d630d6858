using BenchmarkDotNet.Attributes;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Benchmarks;

/// <summary>One headless tick (250 ms of simulated time): engine, every component's rule, alerts, score, hash, frame.</summary>
public class TickBenchmarks
{
    private World world = null!;

    [Params("one-server", "balancer-health-checks")]
    public string Scenario { get; set; } = "";

    [GlobalSetup]
    public void Start()
    {
        var library = ScenarioLibrary.Load(ScenarioLibrary.DefaultDirectory);
        world = new World(library.Find(Scenario)! with { Traffic = [], Faults = [] }, seed: 1, sampleTraces: true);
        for (var tick = 0; tick < 400; tick++) Headless.Step(world, []);
    }

    [Benchmark]
    public EstateFrame Tick() => Headless.Step(world, []);
}
