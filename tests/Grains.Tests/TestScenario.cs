using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Grains.Tests;

/// <summary>A scenario of the library, made as short as a test can wait for.</summary>
internal static class TestScenario
{
    public static ScenarioLibrary Library { get; } = ScenarioLibrary.Load(ScenarioLibrary.DefaultDirectory);

    /// <summary>Two balancers, breakers, a scaler, uplinks: one of every kind of component there is.</summary>
    public static Scenario Everything { get; } = ReadEverything();

    /// <summary>Racks, several servers, a balancer.</summary>
    public static Scenario Balanced => Library.All.First(scenario => scenario.Balancer is not null);

    private static Scenario ReadEverything()
    {
        using var file = typeof(ScenarioReader).Assembly.GetManifestResourceStream("every-key.yaml")!;
        return ScenarioReader.Read(new StreamReader(file).ReadToEnd(), "every-key.yaml");
    }
}
