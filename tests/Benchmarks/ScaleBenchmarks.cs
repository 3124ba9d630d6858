using BenchmarkDotNet.Attributes;
using OpsGame.Simulation.Engine.Plane;

namespace OpsGame.Benchmarks;

/// <summary>What a request costs the engine as estates and traffic grow: within 2× everywhere in this table.</summary>
public class ScaleBenchmarks
{
    private const int Requests = 400_000;

    private DataPlane _plane = null!;

    [Params(10, 100, 400)]
    public int Components { get; set; }

    [Params(100, 2_000, 20_000)]
    public int RequestsPerSecond { get; set; }

    [IterationSetup]
    public void Warm()
    {
        _plane = new DataPlane(Estates.OfSize(Components, RequestsPerSecond), seed: 1, sampleTraces: false);
        _plane.RunRequests(Requests);
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public void Request() => _plane.RunRequests(Requests);
}
