using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;

namespace OpsGame.Server.Tests.Plans;

/// <summary>
/// Whoever plays for the first time survives the first three drills: acts half a minute after an alert, does one thing at a time,
/// declares no incident and does nothing beforehand (the plans are in FirstTimers).
/// </summary>
public class FirstTimerTests
{
    private const int Survives = 600;

    /// <summary>So much better than to look on.</summary>
    private const int Gains = 300;

    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    public static TheoryData<string> FirstThree =>
        [.. Library.All.Where(scenario => scenario.Order <= 3).Select(scenario => scenario.Id)];

    [Theory]
    [MemberData(nameof(FirstThree))]
    public void AFirstTimerSurvives(string id)
    {
        var scenario = Library.Find(id)!;
        var newcomer = PlayedPlan.Of(scenario, $"tests/Server.Tests/Plans/FirstTimers/{id}.yaml", PlayedPlan.TenSeeds);
        var (par, nothing) = (Histories.Scores(id, "par"), Histories.Scores(id, "nothing"));
        var figures =
            $"first-timer {string.Join(' ', newcomer.Scores)}, par {string.Join(' ', par)}, nothing {string.Join(' ', nothing)}";
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.Empty(newcomer.Refused);
        Assert.True(newcomer.Scores.Min() >= Survives, figures);
        Assert.True(newcomer.Scores.Min() >= nothing.Max() + Gains, figures);
        // and there is still something to learn
        Assert.True(newcomer.Scores.Max() < par.Min(), figures);
    }
}
