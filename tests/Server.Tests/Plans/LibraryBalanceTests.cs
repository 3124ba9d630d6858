using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Server.Tests.Plans;

/// <summary>
/// Every scenario of the library can be won and teaches what it says: its three plans, nothing, par and tempting, over ten seeds.
/// </summary>
public class LibraryBalanceTests
{
    private const int LeastPar = 750;
    private const int MostNothing = 350;

    /// <summary>The plausible wrong answer is at least this much worse.</summary>
    private const int TemptingLoses = 150;

    private const long MinuteNs = 60_000_000_000;

    private static readonly ulong[] Seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    public static TheoryData<string> Ids => [.. Library.All.Select(scenario => scenario.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ADrillBeginsCalmAndHealthy(string id)
    {
        var scenario = Library.Find(id)!;
        foreach (var seed in Seeds.Take(3))
        {
            var world = new World(scenario, seed);
            while (world.NowNs < MinuteNs)
            {
                var frame = Headless.Step(world, []);
                Assert.Empty(frame.Alerts);
                Assert.True(frame.Tick % 4 != 0 || frame.Service.Level >= 0.97, $"seed {seed}: level {frame.Service.Level} at {frame.NowNs}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItCanBeWonAndTheTemptingAnswerDoesNotWinIt(string id)
    {
        var (nothing, par, tempting) = (Scores(id, "nothing"), Scores(id, "par"), Scores(id, "tempting"));
        var figures = $"nothing {string.Join(' ', nothing)}, par {string.Join(' ', par)}, tempting {string.Join(' ', tempting)}";
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.True(par.Min() >= LeastPar, figures);
        Assert.True(nothing.Max() <= MostNothing, figures);
        Assert.True(tempting.Average() < par.Average() - TemptingLoses, figures);
    }

    [Fact]
    public void NoPlanLiesAboutForAScenarioThatIsGone() =>
        Assert.Equal(
            Library.All.Select(scenario => scenario.Id).Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(Files.Path("Server/Plans")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    /// <summary>In the order of the seeds.</summary>
    private static int[] Scores(string id, string plan)
    {
        var scenario = Library.Find(id)!;
        var file = $"Server/Plans/{id}/{plan}.yaml";
        var read = PlanReader.Read(Files.Read(file), file, scenario);
        // one after the other: live servers of other tests need the thread pool
        return [.. Seeds.Select(seed => Play(scenario, read, seed))];
    }

    private static int Play(Scenario scenario, Plan plan, ulong seed)
    {
        var world = new World(scenario, seed);
        var runner = new PlanRunner(plan);
        while (!world.Last.Ended) Headless.Step(world, runner.Due(world));
        return world.Last.Score.Total;
    }
}
