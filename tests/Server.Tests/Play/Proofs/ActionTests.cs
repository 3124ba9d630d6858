using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>Every action and every fault, taken by somebody at a real connection.</summary>
public sealed class ActionTests(Proving server) : IClassFixture<Proving>
{
    public static TheoryData<string> Actions => [.. ActionCases.Players.Keys];

    public static TheoryData<string> Faults => [.. ActionCases.Faults.Keys];

    [Fact]
    public void EveryActionHasItsCase()
    {
        Assert.Equal(Ids(faults: false), ActionCases.Players.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Ids(faults: true), ActionCases.Faults.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task AnActionIsAnsweredWithItsEvent(string action)
    {
        var (script, expected, scenario) = ActionCases.Players[action];
        Assert.StartsWith(action + " ", script.Split(';', StringSplitOptions.TrimEntries)[^1], StringComparison.Ordinal);
        await using var stage = await Stage.Set(server, scenario);
        Assert.Equal(new Told("command", expected), await stage.Play(script));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task AFaultIsSeen(string fault)
    {
        var (script, seen) = ActionCases.Faults[fault];
        Assert.StartsWith(fault + " ", script, StringComparison.Ordinal);
        await using var stage = await Stage.Set(server);
        var ada = await stage.Of("Ada");
        Assert.DoesNotContain(ada.Frames, frame => seen(frame));
        Assert.Equal(new Told("command", fault), await stage.Play(script));
        await ada.Sees(seen);
    }

    private static IEnumerable<string> Ids(bool faults) =>
        ActionCatalogue.Distinct.Where(spec => spec.InstructorOnly == faults).Select(spec => spec.Id)
            .Order(StringComparer.Ordinal);
}
