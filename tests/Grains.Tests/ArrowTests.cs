using OpsGame.Grains.Estates;
using OpsGame.Server.Hosting;
using OpsGame.Simulation.Estates;

namespace OpsGame.Grains.Tests;

/// <summary>Who may know whom: Simulation nobody of ours, Grains only Simulation, Server both; nobody the Server.</summary>
public sealed class ArrowTests
{
    [Fact]
    public void SimulationDependsOnNoOtherProjectAndNoRuntime()
    {
        Assert.Empty(Ours(typeof(World)));
        Assert.All(References(typeof(World)), name => Assert.True(
            name is "Orleans.Serialization.Abstractions" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal),
            name));
    }

    [Fact]
    public void GrainsKnowOnlySimulation()
    {
        Assert.Equal(["OpsGame.Simulation"], Ours(typeof(EstateGrain)));
        Assert.All(References(typeof(EstateGrain)), name => Assert.False(
            name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("MessagePack", StringComparison.Ordinal), name));
    }

    [Fact]
    public void ServerKnowsGrainsAndSimulation() =>
        Assert.Equal(["OpsGame.Grains", "OpsGame.Simulation"], Ours(typeof(ServeVerb)));

    private static IEnumerable<string> Ours(Type of) =>
        References(of).Where(name => name.StartsWith("OpsGame.", StringComparison.Ordinal)).Order();

    private static IEnumerable<string> References(Type of) =>
        of.Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
