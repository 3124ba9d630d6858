using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Users;
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
        (string Name, Scenario Scenario)[] scenarios =
        [
            ("whole", Estates.Whole()), ("contended", Estates.Contended()), ("mill", Mill.Of(15)),
            ("orchestrated", Orchestrated.Whole()), ("impatient", Impatient()), ("talkative", Talkative()),
        ];
        foreach (var (name, scenario) in scenarios)
        {
            var plane = new DataPlane(scenario with { Traffic = [] }, seed: 1, sampleTraces: false);
            // until its queues and histograms are as large as they become
            plane.RunRequests(2 * Requests);
            var before = GC.GetAllocatedBytesForCurrentThread();
            plane.RunRequests(Requests);

            var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Requests;
            Assert.True(each <= 0.1, $"{name}: {each} bytes a request");
        }
    }

    /// <summary>A balancer that gives up, tries again, keeps connections and counts failures.</summary>
    private static Scenario Impatient()
    {
        var whole = Estates.Whole();
        return whole with
        {
            Balancer = whole.Balancer! with
            {
                Forwarding = new Forwarding(
                    20_000_000, Estates.Seconds(10), RetryPolicy.None with { Attempts = 3, Errors = true },
                    EjectionPolicy.None with { Failures = 1_000, WithinNs = Estates.Seconds(10) }),
            },
        };
    }

    /// <summary>Connections that stay, and messages over them.</summary>
    private static Scenario Talkative()
    {
        var whole = Estates.Whole();
        var browse = whole.Classes[0] with { LongLived = new LongLivedSpec(Estates.Exp(10_000)) };
        return whole with
        {
            Classes =
            [
                browse, whole.Classes[1],
                browse with
                {
                    Id = "says", RatePerSecond = 0.1, LongLived = null, Over = browse.Id, Retry = new RetrySpec(1, 0, 0),
                },
            ],
        };
    }
}
