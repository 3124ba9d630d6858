using BenchmarkDotNet.Attributes;
using OpsGame.Simulation.Engine.Plane;

namespace OpsGame.Benchmarks;

/// <summary>
/// The engine alone, one core: one operation is one user request, from sending to answer, with everything on its way.
/// </summary>
public class EngineBenchmarks
{
    private const int Requests = 400_000;

    private DataPlane _plane = null!;

    /// <summary>Scenario of the library; its first-minute traffic without end.</summary>
    [Params("one-server", "balancer-health-checks")]
    public string Scenario { get; set; } = "";

    [IterationSetup]
    public void Warm()
    {
        _plane = new DataPlane(Estates.Calm(Scenario), seed: 1, sampleTraces: false);
        _plane.RunRequests(Requests / 4);
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public void Request() => _plane.RunRequests(Requests);
}
