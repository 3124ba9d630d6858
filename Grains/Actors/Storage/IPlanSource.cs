using System.Collections.Immutable;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Grains.Storage;

/// <summary>Plans from their texts.</summary>
public interface IPlanSource
{
    /// <summary>The plan, for a text that was right when it was taken.</summary>
    /// <exception cref="Exception">It is not (any more).</exception>
    Plan Read(string text, Scenario scenario);

    /// <summary>
    /// The library's plans of a scenario: nothing, par and tempting, as far as it has them; of the comparison its strategies.
    /// </summary>
    ImmutableArray<HousePlan> House(Scenario scenario);
}

/// <summary>A plan of the library. Kind: nothing, par or tempting, or a strategy of the comparison.</summary>
public sealed record HousePlan(string Kind, string Text);
