using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Grains.Tests;

/// <summary>A scenario of the library, with a way to its entry, so that there is a component of every kind.</summary>
internal static class TestScenario
{
    private const string Way =
        """

        edge: {capacity: 500, ttl: 10s}
        dns: {targets: [{to: edge}, {to: balancer}], ttl: 5s}
        tls: {}
        certificate: {expires: 10s}

        """;

    public static ScenarioLibrary Library { get; } = Load();

    /// <summary>Two balancers, breakers, a scaler, uplinks: one of every kind of component there is.</summary>
    public static Scenario Everything { get; } = ReadEverything();

    /// <summary>Racks, several servers, a balancer.</summary>
    public static Scenario Balanced => Library.All[0];

    private static Scenario ReadEverything()
    {
        using var file = typeof(ScenarioReader).Assembly.GetManifestResourceStream("every-key.yaml")!;
        return ScenarioReader.Read(new StreamReader(file).ReadToEnd(), "every-key.yaml");
    }

    private static ScenarioLibrary Load()
    {
        var given = ScenarioLibrary.Load(ScenarioLibrary.DefaultDirectory);
        var text = given.TextOf(given.All.First(scenario => scenario.Balancer is not null).Id)!;
        var rate = text.IndexOf("\n    rate:", StringComparison.Ordinal);
        var directory = Directory.CreateTempSubdirectory("opsgame-scenarios-").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(directory, "balanced.yaml"), text.Insert(rate, "\n    clients: 500\n    edge: true") + Way);
            return ScenarioLibrary.Load(directory);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
