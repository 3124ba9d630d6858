using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Bets.Actions;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Bets;

/// <summary>A scenario's bet: it is asked, taken, closed and decided, each at a whole second. It counts in no score.</summary>
/// <param name="spec">Null: there is none.</param>
public sealed class BetBook(BetSpec? spec)
{
    public static ComponentKind Kind { get; } = new("bets", 145);

    public BetState Now { get; private set; } = BetState.Empty;

    /// <summary>
    /// Why no bet is taken: bet-none (nobody is asked), bet-not-yet (from when), bet-closed, bet-answer-unknown. Null: it is.
    /// </summary>
    public Refusal? Refuses(Command command) =>
        spec is null ? Refusal.Of(BetRefusals.None)
        : Now.Stage == BetStage.Waiting ? Refusal.Of(BetRefusals.NotYet, ServiceScore.Clock(spec.FromNs))
        : Now.Stage != BetStage.Open ? Refusal.Of(BetRefusals.Closed)
        : AnswerOf(command) > spec.Answers.Length
            ? Refusal.Of(BetRefusals.AnswerUnknown, Show(AnswerOf(command)), Show(spec.Answers.Length))
        : null;

    /// <summary>Somebody's bet takes the place of the one before.</summary>
    public void Place(Command command, long nowNs, List<DomainEvent> events)
    {
        if (Refuses(command) is { } refusal)
        {
            events.Add(new DomainEvent(nowNs, EventKind.Refused, refusal.Code, "", command.By, command.Id, refusal.Args));
            return;
        }

        var bet = new PlacedBet(command.By, AnswerOf(command), nowNs);
        var before = Now.Placed.FirstOrDefault(each => each.By == bet.By);
        Now = Now with { Placed = before is null ? Now.Placed.Add(bet) : Now.Placed.Replace(before, bet) };
        // its answer stays out of the feed: nobody is to follow another
        events.Add(new DomainEvent(nowNs, EventKind.Command, BetEvents.Placed.Name, "", command.By, command.Id, []));
    }

    /// <summary>A second is over. What was asked about decides even while bets are taken: nobody bets on what is there.</summary>
    /// <param name="open">Alerts that are open at its end, oldest first.</param>
    public void Observe(ImmutableArray<Alert> open, long nowNs, List<DomainEvent> events)
    {
        if (spec is null || Now.Stage == BetStage.Decided || nowNs < spec.FromNs) return;
        if (Now.Stage == BetStage.Waiting)
        {
            Now = Now with { Stage = BetStage.Open };
            Tell(BetEvents.Opened, ServiceScore.Clock(spec.UntilNs));
        }

        if (OutcomeOf(spec, open, nowNs) is { } outcome)
        {
            Now = Now with { Stage = BetStage.Decided, Outcome = outcome };
            Tell(BetEvents.Decided, Show(outcome.Answer));
        }
        else if (nowNs >= spec.UntilNs)
        {
            Now = Now with { Stage = BetStage.Closed };
        }

        void Tell(EventCode code, string arg) =>
            events.Add(new DomainEvent(nowNs, EventKind.Drill, code.Name, "", "", "", [arg]));
    }

    /// <summary>A scenario without a bet keeps its hash.</summary>
    internal void AddTo(ref StateHash hash)
    {
        if (spec is not null) Now.AddTo(ref hash);
    }

    /// <summary>The first alert since the question was asked that is an answer; null: it is open yet.</summary>
    private static BetOutcome? OutcomeOf(BetSpec spec, ImmutableArray<Alert> open, long nowNs)
    {
        foreach (var alert in open)
        {
            if (alert.SinceNs < spec.FromNs) continue;
            for (var index = 0; index < spec.Answers.Length; index++)
                if (IsIt(spec.Answers[index], alert))
                    return new BetOutcome(index + 1, alert.Code, alert.Args, alert.SinceNs);
        }

        if (nowNs < spec.DecidedNs) return null;
        var none = spec.Answers.Select(answer => answer.IsNone).ToImmutableArray().IndexOf(true);
        return new BetOutcome(none + 1, "", [], nowNs);
    }

    private static bool IsIt(BetAnswer answer, Alert alert) =>
        answer.Alert == alert.Code && (answer.Component.Length == 0 || answer.Component == alert.Component);

    private static int AnswerOf(Command command) => command.Number(PlaceBet.Answer);

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
