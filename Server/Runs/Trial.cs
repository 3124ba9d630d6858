using System.Collections.Immutable;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Runs;

/// <summary>What is played, for how long and by what plan; only the seed is still open.</summary>
/// <param name="UntilNs">The moment it stops, at most the scenario's end.</param>
/// <param name="WarmUpNs">What the meters saw until then is forgotten.</param>
/// <param name="Plan">Null: nobody touches anything.</param>
internal sealed record Trial(Scenario Scenario, long UntilNs, long WarmUpNs, Plan? Plan)
{
    /// <summary>Also tell what happened.</summary>
    public bool Events { get; init; }

    /// <summary>Also write down these readings, one a second.</summary>
    public ImmutableArray<SeriesPath> Series { get; init; } = [];
}
