using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Hints;

/// <summary>A hint a team has asked for.</summary>
/// <param name="Number">1 for the first; its text stands in the scenario.</param>
[GenerateSerializer, Immutable]
public sealed record TakenHint(int Number, long AtNs, string By);

/// <summary>The hints of a scenario are taken in their order, each for its points and not before its time.</summary>
internal sealed class HintBook(ImmutableArray<HintSpec> hints)
{
    public ImmutableArray<TakenHint> Taken { get; private set; } = [];

    /// <summary>Refusals: hint-none (there are none), hint-none-left, hint-not-yet (from when).</summary>
    public void Take(Command command, long nowNs, List<DomainEvent> events)
    {
        if (hints.IsEmpty)
        {
            events.Add(Answer(EventKind.Refused, "hint-none"));
        }
        else if (Taken.Length == hints.Length)
        {
            events.Add(Answer(EventKind.Refused, "hint-none-left"));
        }
        else if (nowNs < hints[Taken.Length].FromNs)
        {
            events.Add(Answer(EventKind.Refused, "hint-not-yet", ServiceScore.Clock(hints[Taken.Length].FromNs)));
        }
        else
        {
            var hint = hints[Taken.Length];
            Taken = Taken.Add(new TakenHint(Taken.Length + 1, nowNs, command.By));
            events.Add(Answer(EventKind.Command, "hint-taken", Show(Taken.Length), Show(hint.Points)));
        }

        DomainEvent Answer(EventKind kind, string code, params string[] args) =>
            new(nowNs, kind, code, "", command.By, command.Id, ["", .. args]);
    }

    /// <summary>What the hints cost, never more than there is.</summary>
    public void AddLines(List<ScoreLine> lines)
    {
        var left = lines.Sum(line => line.Points);
        foreach (var taken in Taken)
        {
            var points = Math.Min(left, hints[taken.Number - 1].Points);
            left -= points;
            lines.Add(new ScoreLine(ScorePart.Hints, -points, "score-hint",
                [Show(taken.Number), taken.By, ServiceScore.Clock(taken.AtNs)]));
        }
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
