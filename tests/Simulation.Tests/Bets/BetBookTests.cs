using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Bets;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Kinds;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Bets;

/// <summary>Asked from 10 s until 20 s, decided by 40 s: threads of web-1, any CPU, or neither.</summary>
public sealed class BetBookTests
{
    private static readonly LocalText NoText = new("", "");

    private static readonly BetSpec Spec = new(
        NoText, Estates.Seconds(10), Estates.Seconds(20), Estates.Seconds(40),
        [new(NoText, "alert-threads", "web-1"), new(NoText, "alert-cpu", ""), new(NoText, "", "")], "thread");

    private readonly BetBook _book = new(Spec);
    private readonly List<DomainEvent> _events = [];

    [Fact]
    public void EveryEstateAnswersToABet()
    {
        Assert.Equal(BetBook.Kind, Acting.World().KindOf("bets"));
        Assert.Equal(["place-bet"], Acting.ActionsOn(BetBook.Kind));
    }

    [Fact]
    public void ItOpensAndClosesAtItsTimes()
    {
        Assert.Equal(BetStage.Waiting, At(9));
        Assert.Equal(BetStage.Open, At(10));
        Assert.Equal(BetStage.Open, At(19));
        Assert.Equal(BetStage.Closed, At(20));
        Assert.Equal(["bet-opened"], Codes);
        Assert.Equal(["00:20"], _events[0].Args);
    }

    [Fact]
    public void TheLastAnswerOfEachIsTaken()
    {
        At(10);
        Place(1);
        Place(2, "kim");
        Place(3);
        Assert.Equal([("ann", 3), ("kim", 2)], _book.Now.Placed.Select(bet => (bet.By, bet.Answer)));
    }

    [Fact]
    public void WhatSomebodyBetsIsNotToldToTheOthers()
    {
        At(10);
        Place(2);
        Assert.Equal(("bet-placed", "ann"), (_events[^1].Code, _events[^1].By));
        Assert.Empty(_events[^1].Args);
    }

    [Fact]
    public void ABetIsRefusedBeforeItsTimeAfterItAndForNoAnswer()
    {
        Assert.Equal(("bet-not-yet", "00:10"), (Refusal(1)!.Code, Refusal(1)!.Args[0]));
        At(10);
        Assert.Null(Refusal(3));
        Assert.Equal("bet-answer-unknown", Refusal(4)!.Code);
        Assert.Equal(["4", "3"], Refusal(4)!.Args);
        At(20);
        Place(1);
        Assert.Equal((EventKind.Refused, "bet-closed"), (_events[^1].Kind, _events[^1].Code));
        Assert.Empty(_book.Now.Placed);
    }

    [Fact]
    public void WhereThereIsNoneEveryBetIsRefusedAndTheHashStaysAsItIs()
    {
        var none = new BetBook(null);
        none.Observe([Raised("alert-cpu", "web-1", 10)], Estates.Seconds(10), _events);
        Assert.Equal("bet-none", none.Refuses(Bet(1))?.Code);
        Assert.Empty(_events);
        var hash = new StateHash(1);
        none.AddTo(ref hash);
        Assert.Equal(new StateHash(1).Value, hash.Value);
    }

    [Fact]
    public void TheOldestAlertThatIsAnAnswerDecides()
    {
        At(20);
        Assert.Equal(BetStage.Closed, At(24, Raised("alert-slow", "browse", 21), Raised("alert-threads", "web-2", 22)));
        At(25, Raised("alert-cpu", "db-1", 23), Raised("alert-threads", "web-1", 24));
        Assert.Equal((2, "alert-cpu", Estates.Seconds(23)), Outcome);
        Assert.Equal("db-1", Assert.Single(_book.Now.Outcome!.Args));
        At(26, Raised("alert-threads", "web-1", 24));
        Assert.Equal(2, Outcome.Answer);
        Assert.Equal(["bet-opened", "bet-decided"], Codes);
        Assert.Equal(["2"], _events[^1].Args);
    }

    [Fact]
    public void NobodyBetsOnWhatHasHappened()
    {
        At(10);
        Assert.Equal(BetStage.Decided, At(15, Raised("alert-threads", "web-1", 15)));
        Assert.Equal("bet-closed", Refusal(1)?.Code);
    }

    [Fact]
    public void WhatWasThereBeforeTheQuestionIsNoAnswer()
    {
        At(10, Raised("alert-threads", "web-1", 9));
        Assert.Equal(BetStage.Closed, At(20, Raised("alert-threads", "web-1", 9)));
    }

    [Fact]
    public void WhenNothingOfItHappensInTimeNoneIsRight()
    {
        Assert.Equal(BetStage.Closed, At(39));
        At(40);
        Assert.Equal((3, "", Estates.Seconds(40)), Outcome);
    }

    [Fact]
    public void EveryFieldReachesTheHash()
    {
        var bet = new PlacedBet("ann", 1, 5);
        var outcome = new BetOutcome(1, "alert-cpu", ["web-1"], 6);
        BetState state = new(BetStage.Decided, [bet], outcome);
        Assert.Distinct(new[]
        {
            state, state with { Stage = BetStage.Closed }, state with { Placed = [] }, state with { Outcome = null },
            state with { Placed = [bet with { By = "kim" }] }, state with { Placed = [bet with { Answer = 2 }] },
            state with { Placed = [bet with { AtNs = 6 }] }, state with { Outcome = outcome with { Answer = 2 } },
            state with { Outcome = outcome with { Alert = "" } }, state with { Outcome = outcome with { Args = [] } },
            state with { Outcome = outcome with { AtNs = 7 } },
        }.Select(Hash));
    }

    private static ulong Hash(BetState state)
    {
        var hash = new StateHash(1);
        state.AddTo(ref hash);
        return hash.Value;
    }

    private IEnumerable<string> Codes => _events.Select(told => told.Code);

    private (int Answer, string Alert, long AtNs) Outcome =>
        (_book.Now.Outcome!.Answer, _book.Now.Outcome.Alert, _book.Now.Outcome.AtNs);

    private BetStage At(double seconds, params Alert[] open)
    {
        _book.Observe([.. open], Estates.Seconds(seconds), _events);
        return _book.Now.Stage;
    }

    private static Alert Raised(string code, string component, double seconds) =>
        new("alert-1", code, Nearness.Full, false, false, component, [component], Estates.Seconds(seconds), "");

    private Refusal? Refusal(int answer) => _book.Refuses(Bet(answer));

    private void Place(int answer, string by = "ann") =>
        _book.Place(Bet(answer) with { By = by }, Estates.Seconds(11), _events);

    private static Command Bet(int answer) => Acting.Of("place-bet", "bets", ("answer", $"{answer}"));
}
