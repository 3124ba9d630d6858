using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Schemas;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>Other products' settings, and the files that are written as those products are configured.</summary>
public class VendorKeyTests
{
    private const string Page = "Server/Scenarios/Examples/README.md";

    private static readonly FileFormat Format = FileFormat.OfScenarios();

    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateFiles(Files.Path("Server/Scenarios/Examples"), "*.yaml")
            .Select(path => Path.GetRelativePath(Files.Root, path))];

    [Fact]
    public void EverySettingLeadsToAKeyThatExistsOrSaysWhyThereIsNone() =>
        Assert.All(VendorKeys.All, each => Assert.True(
            each.Key is null ? each.Note.Length > 0 : Format.About(each.Key).Meaning.Length > 0,
            $"{each.Product}'s {each.Name} leads to {each.Key ?? "nothing, and says not why"}"));

    [Fact]
    public void ASettingOfAProductIsThereOnce() =>
        Assert.Equal(VendorKeys.All.Length, VendorKeys.All.Select(each => (each.Product, each.Name)).Distinct().Count());

    [Fact]
    public async Task ThePageHasEverySetting()
    {
        var (code, tables, _) = await CommandLine.Run("schema", "--vendors");
        Assert.Equal(0, code);
        Assert.EndsWith(tables, Files.Read(Page), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void AnExampleIsReadAndPlaysForAMinute(string file)
    {
        Assert.Contains($"`{Path.GetFileName(file)}`", Files.Read(Page), StringComparison.Ordinal);
        var world = new World(ScenarioReader.Read(Files.Read(file), file), seed: 1);
        while (world.NowNs < 60 * Nanoseconds.PerSecond) Headless.Step(world, []);

        // as it stands there it serves nearly everybody; its trouble comes later
        var report = world.Report();
        Assert.All(report.Classes, users => Assert.InRange(users.Within, 0.97 * users.Offered, users.Offered));
    }
}
