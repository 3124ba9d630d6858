using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// A request takes a slot that is used again, and nothing else: what is allocated is the rare growth of a queue.
/// </summary>
public sealed class AllocationTests
{
    private const int Requests = 200_000;

    [Fact]
    public void ARequestAllocatesNothing()
    {
        foreach (var scenario in (Scenario[])[Estates.Whole(), Estates.Contended(), Mill.Of(15), Orchestrated.Whole()])
        {
            var plane = new DataPlane(scenario with { Traffic = [] }, seed: 1, sampleTraces: false);
            plane.RunRequests(Requests);
            var before = GC.GetAllocatedBytesForCurrentThread();
            plane.RunRequests(Requests);

            Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Requests, 0, 0.1);
        }
    }
}
