using OpsGame.Server.Schemas;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Tests.Verbs;

public class ReferenceTests
{
    [Fact]
    public async Task TheReferenceHasEveryActionAndEveryRefusal()
    {
        var (code, tables, error) = await CommandLine.Run("schema", "--commands");
        Assert.Equal((0, ""), (code, error));
        Assert.EndsWith(tables, Files.Read("Grains/Simulation/Ticks/README.md"), StringComparison.Ordinal);
        var codes = ActionCatalogue.All.Select(spec => spec.Id).Concat(RefusalCodes.All.SelectMany(group => group.Codes));
        Assert.All(codes, id => Assert.Contains($"| `{id}` |", tables, StringComparison.Ordinal));
    }
}
