using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation;
using OpsGame.Simulation.Estates;

namespace OpsGame.Server.Tests.Plans;

/// <summary>
/// Every scenario of the library can be won and teaches what it says: its three plans, nothing, par and tempting, over ten seeds.
/// The tempting answer is what a sensible person tries: with every seed it is better than to look on, and worse than par.
/// </summary>
public class LibraryBalanceTests
{
    private const int LeastPar = 750;
    private const int MostNothing = 350;

    /// <summary>The plausible wrong answer is on average at least this much worse.</summary>
    private const int TemptingLoses = 150;

    private const long MinuteNs = 60_000_000_000;

    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    public static TheoryData<string> Ids => [.. Library.All.Select(scenario => scenario.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ADrillBeginsCalmAndHealthy(string id)
    {
        var scenario = Library.Find(id)!;
        foreach (var seed in (ulong[])[1, 2, 3])
        {
            var world = new World(scenario, seed);
            while (world.NowNs < MinuteNs)
            {
                var frame = Headless.Step(world, []);
                Assert.Empty(frame.Alerts);
                Assert.True(frame.Tick % 4 != 0 || frame.Service.Level >= 0.97,
                    $"seed {seed}: level {frame.Service.Level} at {frame.NowNs}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItCanBeWonAndTheTemptingAnswerHelpsButDoesNotWinIt(string id)
    {
        foreach (var plan in (string[])["nothing", "par", "tempting"]) ItIsPlayedAsRecorded(id, plan);
        var (nothing, par, tempting) =
            (Histories.Scores(id, "nothing"), Histories.Scores(id, "par"), Histories.Scores(id, "tempting"));
        var figures = $"nothing {string.Join(' ', nothing)}, par {string.Join(' ', par)}, tempting {string.Join(' ', tempting)}";
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.All([nothing, par, tempting], scores => Assert.Equal(PlayedPlan.TenSeeds.Length, scores.Length));
        Assert.True(par.Min() >= LeastPar, figures);
        Assert.True(nothing.Max() <= MostNothing, figures);
        Assert.True(tempting.Average() < par.Average() - TemptingLoses, figures);
        Assert.All(nothing.Zip(tempting, par), seed =>
            Assert.True(seed.First < seed.Second && seed.Second < seed.Third, figures));
    }

    private static void ItIsPlayedAsRecorded(string id, string plan)
    {
        var drills = PlayedPlan.Of(Library.Find(id)!, $"Server/Plans/{id}/{plan}.yaml", Histories.Seeds);
        if (plan == "par") ParIsWhatAGoodTeamDoes(drills);
        var played = Histories.Of(id, plan, drills);
        if (Histories.Writes) Histories.Record(id, plan, played);
        Assert.True(
            Histories.Engine == EngineVersion.Number,
            $"recorded with engine {Histories.Engine}, this is {EngineVersion.Number}: record the histories with "
            + "HISTORIES=write");
        Assert.True(
            !played.Except(Histories.Recorded(id, plan)).Any(),
            $"{id} is played otherwise with {plan}, but the engine is still number {EngineVersion.Number}; a change of "
            + "behaviour raises it");
    }

    /// <summary>
    /// Nothing of it is refused, and what it names as a root cause is one; where it keeps users from suffering there may be none
    /// to name.
    /// </summary>
    private static void ParIsWhatAGoodTeamDoes(PlayedPlan par)
    {
        Assert.Empty(par.Refused);
        Assert.Contains(par.Worlds, world => world.Incidents.Incidents.Any(incident => incident.Causes.Length > 0));
        Assert.All(par.Worlds, world => Assert.DoesNotContain(world.Last.Score.Lines, line => line.Code == "score-cause-wrong"));
    }

    [Fact]
    public void EveryPlanBelongsToAScenarioOfTheLibrary() =>
        Assert.Equal(
            Library.All.Select(scenario => scenario.Id).Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(Files.Path("Server/Plans")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
