using BenchmarkDotNet.Attributes;
using OpsGame.Simulation.Estates;

namespace OpsGame.Benchmarks;

/// <summary>One headless tick (250 ms of simulated time): engine, every component's rule, alerts, score, hash, frame.</summary>
public class TickBenchmarks
{
    private const int Ticks = 8_000;

    private World _world = null!;

    [Params("one-server", "balancer-health-checks")]
    public string Scenario { get; set; } = "";

    [IterationSetup]
    public void Start()
    {
        _world = new World(Estates.Calm(Scenario), seed: 1, sampleTraces: true, measured: false);
        for (var tick = 0; tick < 400; tick++) Headless.Step(_world, []);
    }

    [Benchmark(OperationsPerInvoke = Ticks)]
    public void Tick()
    {
        for (var tick = 0; tick < Ticks; tick++) Headless.Step(_world, []);
    }
}
