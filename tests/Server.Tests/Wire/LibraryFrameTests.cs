using System.Runtime.CompilerServices;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Packing;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Estates;

namespace OpsGame.Server.Tests.Wire;

/// <summary>
/// The system of every scenario of the library before its first tick, as it stands in Golden/Library: the web client's tests lay
/// the same files out as pictures. To change them on purpose, run once with GOLDEN=write.
/// </summary>
public sealed class LibraryFrameTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "Golden", "Library");

    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    public static TheoryData<string> Ids => [.. Library.All.Select(scenario => scenario.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void AScenarioBeginsWithItsGoldenFrame(string id)
    {
        var scenario = Library.Find(id)!;
        var world = new World(scenario, seed: 1, sampleTraces: true);
        var news = new EstateNews(world.Last, EstateStatus.Running, 1, 0, Applying: [], Epoch: 1);
        var frame = new FrameMapper(new EstateKey("drill", "team"), scenario).Of(news, [], []);
        var bytes = new FramePacker(frame, series: 1).Whole([]);
        var file = Path.Combine(Folder, id + ".bin");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(file, bytes);
        }

        Assert.Equal(File.ReadAllBytes(file), bytes);
    }

    [Fact]
    public void EveryGoldenFrameHasItsScenario() => Assert.Equal(
        Library.All.Select(scenario => scenario.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "*.bin").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    private static string Here([CallerFilePath] string path = "") => path;
}
