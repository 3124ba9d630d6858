using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Hints;

/// <summary>A hint a team has asked for.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Text">As the seed has filled it in; null: as the scenario has it.</param>
[GenerateSerializer, Immutable]
public sealed record TakenHint(int Number, long AtNs, string By, LocalText? Text = null);

/// <summary>The hints of a scenario are taken in their order, each for its points and not before its time.</summary>
/// <param name="drawn">Their texts were filled in by the seed, so that a scenario alone does not tell them.</param>
public sealed class HintBook(ImmutableArray<HintSpec> hints, bool drawn = false)
{
    public static ComponentKind Kind { get; } = new("hints", 140);

    public ImmutableArray<TakenHint> Taken { get; private set; } = [];

    /// <summary>
    /// Why there is no hint now: hint-none (there are none), hint-none-left, hint-not-yet (from when). Null: there is one.
    /// </summary>
    public Refusal? Refuses(long nowNs) =>
        hints.IsEmpty ? Refusal.Of(HintRefusals.None, "")
        : Taken.Length == hints.Length ? Refusal.Of(HintRefusals.NoneLeft, "")
        : nowNs < hints[Taken.Length].FromNs ? Refusal.Of(HintRefusals.NotYet, "", ServiceScore.Clock(hints[Taken.Length].FromNs))
        : null;

    public void Take(Command command, long nowNs, List<DomainEvent> events)
    {
        if (Refuses(nowNs) is { } refusal)
        {
            events.Add(new DomainEvent(nowNs, EventKind.Refused, refusal.Code, "", command.By, command.Id, refusal.Args));
            return;
        }

        var hint = hints[Taken.Length];
        Taken = Taken.Add(new TakenHint(Taken.Length + 1, nowNs, command.By, drawn ? hint.Text : null));
        events.Add(new DomainEvent(
            nowNs, EventKind.Command, HintEvents.Taken.Name, "", command.By, command.Id,
            ["", Show(Taken.Length), Show(hint.Points)]));
    }

    /// <summary>Each costs what it said it would.</summary>
    public void AddLines(List<ScoreLine> lines)
    {
        foreach (var taken in Taken)
            lines.Add(new ScoreLine(ScorePart.Hints, -hints[taken.Number - 1].Points, ScoreCodes.Hint,
                [Show(taken.Number), taken.By, ServiceScore.Clock(taken.AtNs)]));
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
