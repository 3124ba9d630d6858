using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Incidents;

namespace OpsGame.Simulation.Scores;

/// <summary>What a team named, what was really wrong, and whether the drill is over.</summary>
internal sealed record Inquiry(IncidentDesk Desk, ImmutableArray<CauseSpec> Causes, bool Over);

/// <summary>
/// The root cause's quarter of the response part, for one incident that users suffered from: kept when the cause was named, a
/// third of it lost with each wrong guess, all of it when nobody named it. What was named counts when its declared incident is
/// closed, and at the drill's end: so nobody can try answers and look at the score.
/// </summary>
internal static class CauseScore
{
    private const int GuessesForAll = 3;

    /// <param name="guesses">From when to when they belong to this incident.</param>
    public static IEnumerable<ScoreLine> Lines(
        int quarter, long startNs, long endNs, (long FromNs, long UntilNs) guesses, Inquiry inquiry)
    {
        var asked = inquiry.Causes.Where(cause => Judging.Hurt(cause, startNs, endNs)).ToArray();
        if (asked.Length == 0) yield break;
        var judged = inquiry.Desk.Incidents.Where(incident => inquiry.Over || !incident.IsOpen)
            .SelectMany(incident => incident.Causes.Select(named => (Incident: incident, Named: named))).ToArray();
        var left = quarter;
        foreach (var (incident, named) in judged)
        {
            if (named.AtNs < guesses.FromNs || named.AtNs >= guesses.UntilNs
                || Judging.Of(named, incident, inquiry.Causes) != Verdict.Wrong) continue;
            var lost = Math.Min(left, (quarter + GuessesForAll - 1) / GuessesForAll);
            left -= lost;
            yield return new ScoreLine(ScorePart.Response, -lost, ScoreCodes.CauseWrong,
                [ServiceScore.Clock(startNs), named.By, Taxonomy.IdOf(named.Failure), named.Component]);
        }

        var right = Array.Find(judged, one => Array.Exists(asked, cause =>
            Judging.Held(cause, one.Incident.DeclaredNs, one.Named.AtNs) && Judging.IsAnswer(cause, one.Named)));
        var answer = asked[0].Answers[0];
        yield return right.Named is { } known
            ? new ScoreLine(ScorePart.Response, 0, ScoreCodes.CauseRight,
                [ServiceScore.Clock(startNs), known.By, Taxonomy.IdOf(known.Failure), known.Component])
            : inquiry.Over
                ? new ScoreLine(ScorePart.Response, -left, ScoreCodes.CauseMissed,
                    [ServiceScore.Clock(startNs), Taxonomy.IdOf(answer.Failure), answer.Component])
                : new ScoreLine(ScorePart.Response, -left, ScoreCodes.CauseOpen, [ServiceScore.Clock(startNs)]);
    }
}
