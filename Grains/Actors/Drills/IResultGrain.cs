using Orleans.Concurrency;

namespace OpsGame.Grains.Drills;

/// <summary>A team's result, key its estate: re-simulates it from its log before a board shows it.</summary>
public interface IResultGrain : IGrainWithStringKey
{
    /// <summary>
    /// Begins to verify it, if it is not verified yet; one way, because a drill that has just ended waits for nothing.
    /// </summary>
    [OneWay]
    Task Verify();
}
