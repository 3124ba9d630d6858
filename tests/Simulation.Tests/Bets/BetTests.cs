using OpsGame.Simulation.Bets;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;

namespace OpsGame.Simulation.Tests.Bets;

/// <summary>A whole estate's bet: the rack that goes dark at 10 s answers it.</summary>
public sealed class BetTests
{
    private static readonly LocalText NoText = new("", "");

    private static readonly Scenario Asking = Estates.Whole() with
    {
        Bet = new BetSpec(
            NoText, Estates.Seconds(2), Estates.Seconds(6), Estates.Seconds(30),
            [new(NoText, "alert-server-down", "web-1"), new(NoText, "", "")], ""),
        Faults = [FaultSpec.Of("rack-power", "rack-a", Estates.Seconds(10), Estates.Seconds(60))],
    };

    [Fact]
    public void WhatHappensToTheEstateDecides()
    {
        var play = new Play(Asking).Pass(3);
        play.Do("place-bet", World.Bets, ("answer", "1")).Pass(17);

        var bets = play.World.Last.Bets;
        Assert.Equal((BetStage.Decided, 1, "alert-server-down"), (bets.Stage, bets.Outcome!.Answer, bets.Outcome.Alert));
        Assert.Equal(["bet-opened", "bet-placed", "bet-decided"], Of(play));
    }

    [Fact]
    public void WithoutItNoneIsRightAtTheLastMoment()
    {
        var play = new Play(Asking with { Faults = [] }).Pass(31);
        Assert.Equal((2, Estates.Seconds(30)), (play.World.Last.Bets.Outcome!.Answer, play.World.Last.Bets.Outcome.AtNs));
    }

    [Fact]
    public void ABetIsTriedBeforeItIsPlaced()
    {
        var play = new Play(Asking).Pass(1);
        play.Do("place-bet", World.Bets).Pass(1).Do("place-bet", World.Bets, ("answer", "3")).Pass(1);
        play.Pass(5).Do("place-bet", World.Bets).Pass(1);
        Assert.Equal(["bet-not-yet", "bet-opened", "bet-answer-unknown", "bet-closed"], Of(play));
        var without = new Play(Estates.Whole()).Pass(1).Do("place-bet", World.Bets).Pass(1);
        Assert.Equal(["bet-none"], Of(without));
    }

    [Fact]
    public void ItCountsInNoScore()
    {
        var (bets, silent) = (new Play(Asking).Pass(3), new Play(Asking).Pass(20));
        bets.Do("place-bet", World.Bets).Pass(17);
        Assert.Equal(silent.World.Last.Score.Total, bets.World.Last.Score.Total);
        Assert.Equal(Parts(silent), Parts(bets));
    }

    private static IEnumerable<(ScorePart Part, int Points)> Parts(Play play) =>
        play.World.Last.Score.Lines.Select(line => (line.Part, line.Points));

    private static IEnumerable<string> Of(Play play) =>
        play.Codes.Where(code => code.StartsWith("bet-", StringComparison.Ordinal));
}
