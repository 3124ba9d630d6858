using OpsGame.Server.Scenarios;
using OpsGame.Simulation;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>Every drill of the library helps those who are stuck, and says afterwards what it was about.</summary>
public sealed class LibraryTeachingTests
{
    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    public static TheoryData<string> Scenarios => [.. Library.All.Select(scenario => scenario.Id)];

    [Fact]
    public void TheLibraryHasItsScenariosInOrder() =>
        Assert.Equal(Enumerable.Range(1, 21), Library.All.Select(scenario => scenario.Order));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void HintsGetMoreSpecificAndCostlierAndComeInTimeToHelp(string id)
    {
        var scenario = Library.All.Single(each => each.Id == id);

        Assert.True(scenario.Hints.Length >= 3);
        Assert.Equal(scenario.Hints.Select(hint => hint.Points).Order(), scenario.Hints.Select(hint => hint.Points));
        Assert.Equal(scenario.Hints.Select(hint => hint.FromNs).Order(), scenario.Hints.Select(hint => hint.FromNs));
        Assert.InRange(scenario.Hints[^1].FromNs, 0, scenario.DurationNs / 2);
        Assert.All(scenario.Hints, hint => AssertBothLanguages(hint.Text));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void EveryDrillAsksForItsRootCauses(string id)
    {
        var scenario = Library.All.Single(each => each.Id == id);
        Assert.False(scenario.Causes.IsEmpty && scenario.Draws.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void NotesExplainTheDrillInBothLanguages(string id)
    {
        var notes = Library.All.Single(each => each.Id == id).Notes;

        Assert.NotNull(notes);
        AssertBothLanguages(notes);
        Assert.Equal(notes.En.Split('\n').Length, notes.Ko.Split('\n').Length);
    }

    private static void AssertBothLanguages(LocalText text)
    {
        Assert.DoesNotContain(text.En, letter => letter is >= '가' and <= '힣');
        Assert.Contains(text.Ko, letter => letter is >= '가' and <= '힣');
    }
}
