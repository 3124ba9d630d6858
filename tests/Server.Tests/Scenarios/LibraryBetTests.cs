using OpsGame.Server.Learn;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation;
using OpsGame.Simulation.Bets;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>A bet of the library is decided as its author means it when nobody does anything.</summary>
public sealed class LibraryBetTests
{
    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    /// <summary>With each scenario that asks, the alert that answers.</summary>
    private static readonly Dictionary<string, string> Meant = new()
    {
        ["one-server"] = "alert-threads",
        ["split-tiers"] = "alert-cpu",
        ["scale-by-clock"] = "alert-slow",
        ["cache-helps"] = "alert-cpu",
        ["exclusive-locks"] = "alert-threads",
        ["accepted-is-not-done"] = "alert-queue-age",
    };

    public static TheoryData<string> Asking => [.. Meant.Keys];

    private static ulong[] Seeds => [1, 10];

    [Fact]
    public void TheseScenariosAsk() => Assert.Equal(
        Meant.Keys, Library.All.Where(scenario => scenario.Bet is not null).Select(scenario => scenario.Id));

    [Theory]
    [MemberData(nameof(Asking))]
    public void WhoeverWatchesSeesTheAnswer(string id)
    {
        var scenario = Library.Find(id)!;
        foreach (var seed in Seeds)
        {
            var world = new World(scenario, seed, measured: false);
            while (world.Last.Bets.Stage != BetStage.Closed) Headless.Step(world, []);
            Assert.InRange(world.NowNs, scenario.Bet!.UntilNs, scenario.Bet.UntilNs + Nanoseconds.PerSecond);
            while (world.Last.Bets.Outcome is null) Headless.Step(world, []);
            Assert.Equal(Meant[id], world.Last.Bets.Outcome.Alert);
        }
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public void ItIsAskedInBothLanguagesAndExplainedOnAPage(string id)
    {
        var bet = Library.Find(id)!.Bet!;
        Assert.All(bet.Answers.Select(answer => answer.Text).Append(bet.Question), AssertBothLanguages);
        Assert.NotNull(IdeaLibrary.Load(Files.Path("Server/Learn")).Find(bet.Idea));
    }

    private static void AssertBothLanguages(LocalText text)
    {
        Assert.DoesNotContain(text.En, letter => letter is >= '가' and <= '힣');
        Assert.Contains(text.Ko, letter => letter is >= '가' and <= '힣');
    }
}
