using OpsGame.Simulation.Scenarios;

namespace OpsGame.Grains.Storage;

/// <summary>Scenarios by name for new drills, by content for drills that have begun.</summary>
public interface IScenarioSource
{
    /// <summary>The library's scenario of that id, its text kept for as long as its drills; null: there is none.</summary>
    Task<Scenario?> Current(string id);

    /// <summary>Exactly the scenario a drill was begun with.</summary>
    Task<Scenario> Load(string contentHash);
}
