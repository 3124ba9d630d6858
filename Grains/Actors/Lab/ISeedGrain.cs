using OpsGame.Simulation.Plans;

namespace OpsGame.Grains.Lab;

/// <summary>One seed of one evaluation; wherever in the cluster it comes to be, it is played there.</summary>
public interface ISeedGrain : IGrainWithStringKey
{
    /// <summary>Plays the plan; answered when it has been its turn.</summary>
    [ResponseTimeout("12:00:00")]
    Task<SeedRun> Run(SeedOrder order);
}

/// <param name="Rank">Lower is played earlier.</param>
[GenerateSerializer, Immutable]
public sealed record SeedOrder(string ScenarioHash, string PlanText, ulong Seed, long Rank);
