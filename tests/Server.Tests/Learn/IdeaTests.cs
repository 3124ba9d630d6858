using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Learn;
using OpsGame.Server.Scenarios;

namespace OpsGame.Server.Tests.Learn;

/// <summary>Every page of Learn: short, in both languages, with a small system that runs and knobs that do something.</summary>
public sealed class IdeaTests
{
    private const int MostWords = 250;

    private static readonly IdeaLibrary Library = IdeaLibrary.Load(IdeaLibrary.DefaultDirectory);
    private static readonly ScenarioLibrary Scenarios = ScenarioLibrary.Load(ScenarioLibrary.DefaultDirectory);

    public static TheoryData<string> Ideas => [.. Library.All.Select(idea => idea.Id)];

    [Fact]
    public void ThereIsAPageForEveryIdeaOfTheList() => Assert.Superset(
        new HashSet<string>(StringComparer.Ordinal)
        {
            "rack", "tiers", "process", "thread", "lock", "cache", "dns", "tls", "balancer", "health-check", "scaling", "rollout",
            "queue", "load", "retry-storm", "cost",
        },
        Library.All.Select(idea => idea.Id).ToHashSet(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Ideas))]
    public void APageIsShortAndInBothLanguages(string id)
    {
        var idea = Library.Find(id)!;
        var texts = new[] { idea.Sentence, idea.Text, idea.Seen, idea.Bet.Question, idea.Bet.Because, idea.Try };
        Assert.InRange(texts.Sum(text => Words(text.En)), 100, MostWords);
        Assert.InRange(texts.Sum(text => Words(text.Ko)), 60, MostWords);
        Assert.All(texts, text => Assert.Contains(text.Ko, letter => letter is >= '가' and <= '힣'));
    }

    [Theory, MemberData(nameof(Ideas))]
    public void ItsDrillIsInTheLibrary(string id) => Assert.NotNull(Scenarios.Find(Library.Find(id)!.Drill));

    [Theory, MemberData(nameof(Ideas))]
    public void EveryKnobChangesAFigure(string id)
    {
        var idea = Library.Find(id)!;
        ImmutableArray<int> usual = [.. idea.Knobs.Select(knob => knob.Usual)];
        var bet = usual.SetItem(Place(idea, idea.Bet.Knob), idea.Bet.Turn);
        foreach (var knob in idea.Knobs)
        {
            var place = Place(idea, knob.Id);
            Assert.True(Changes(idea, place, usual) || Changes(idea, place, bet), $"{knob.Id} does nothing");
        }
    }

    [Theory, MemberData(nameof(Ideas))]
    public void EveryValueOfAKnobCanBePlayed(string id)
    {
        var idea = Library.Find(id)!;
        for (var knob = 0; knob < idea.Knobs.Length; knob++)
            for (var at = 0; at < idea.Knobs[knob].Values.Length; at++)
                Assert.InRange(Shoot(idea, Usual(idea).SetItem(knob, at)).Frames.Length, 40, 240);
    }

    [Theory, MemberData(nameof(Ideas))]
    public void WhatHappensAnswersTheBet(string id)
    {
        var idea = Library.Find(id)!;
        var figure = Shoot(idea, Usual(idea).SetItem(Place(idea, idea.Bet.Knob), idea.Bet.Turn)).Figures[idea.Bet.Figure];
        Assert.NotNull(figure);
        Assert.True(idea.Bet.Answers.Length > 1 && idea.Bet.Answers[^1].Under is null);
        var limits = idea.Bet.Answers.SkipLast(1).Select(answer => answer.Under!.Value).ToArray();
        Assert.Equal(limits.Order(), limits);
    }

    [Fact]
    public void TheSameKnobsGiveTheSameFilm()
    {
        var idea = Library.Find("load")!;
        Assert.Equal(Shoot(idea, Usual(idea)).Frames, Shoot(idea, Usual(idea)).Frames);
    }

    [Fact]
    public void WhoLeavesStopsTheWork()
    {
        var idea = Library.Find("load")!;
        var (system, plan) = Library.Set(idea, Usual(idea));
        Assert.Throws<OperationCanceledException>(() => Film.Shoot(idea, system, plan, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void APageWithMistakesNamesThem()
    {
        var wrong = Assert.Throws<ScenarioException>(() => IdeaReader.Read("id: nothing\norder: many\n", "nothing.yaml"));
        Assert.Contains(wrong.Problems, problem => problem.Message.Contains("'order'", StringComparison.Ordinal));
        Assert.Contains(wrong.Problems, problem => problem.Message.Contains("'bet'", StringComparison.Ordinal));
    }

    private static bool Changes(Idea idea, int knob, ImmutableArray<int> from) =>
        Enumerable.Range(0, idea.Knobs[knob].Values.Length)
            .Select(at => string.Join(' ', Shoot(idea, from.SetItem(knob, at)).Figures)).Distinct().Count() > 1;

    private static Film Shoot(Idea idea, ImmutableArray<int> turned)
    {
        var (system, plan) = Library.Set(idea, turned);
        return Film.Shoot(idea, system, plan, TestContext.Current.CancellationToken);
    }

    private static ImmutableArray<int> Usual(Idea idea) => [.. idea.Knobs.Select(knob => knob.Usual)];

    private static int Place(Idea idea, string knob) => idea.Knobs.IndexOf(idea.Knobs.Single(one => one.Id == knob));

    private static int Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
