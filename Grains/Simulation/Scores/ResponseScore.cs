using System.Globalization;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Scores;

/// <summary>
/// The response part. An incident lasts from a critical alert until users suffer no more, whatever is still down. Up to par it
/// costs nothing; from four times par on a quarter of the part for acknowledging and half of it for mitigating, linear in
/// between. The last quarter is the root cause's.
/// </summary>
internal sealed class ResponseScore(ScoreSpec spec)
{
    private const double AcknowledgeShare = 0.25;
    private const double MitigateShare = 0.5;
    private const double CauseShare = 0.25;

    private readonly List<Incident> _incidents = [];

    /// <summary>One simulated second's open alerts.</summary>
    public void Score(IReadOnlyList<Alert> alerts, long nowNs)
    {
        var current = _incidents.Count > 0 && _incidents[^1].EndNs == 0 ? _incidents[^1] : null;
        var last = _incidents.Count > 0 ? _incidents[^1].EndNs : 0;
        var started = alerts.FirstOrDefault(alert => alert.Critical && alert.SinceNs > last);
        if (current is null && started is not null) _incidents.Add(current = new Incident { StartNs = started.SinceNs });
        if (current is null) return;
        if (current.AcknowledgedNs == 0 && alerts.Any(alert => alert.By.Length > 0 && alert.SinceNs >= current.StartNs))
            current.AcknowledgedNs = nowNs;
        if (!alerts.Any(alert => alert.HurtsUsers)) current.EndNs = nowNs;
    }

    /// <param name="inquiry">Null: nobody asks for root causes.</param>
    public void AddLines(List<ScoreLine> lines, Inquiry? inquiry, long nowNs)
    {
        lines.Add(new ScoreLine(ScorePart.Response, spec.Response, ScoreCodes.Response, [Show(_incidents.Count)]));
        var left = spec.Response;
        for (var index = 0; index < _incidents.Count; index++)
        {
            var incident = _incidents[index];
            var acknowledged = (incident.AcknowledgedNs == 0 ? End(incident, nowNs) : incident.AcknowledgedNs) - incident.StartNs;
            var mitigated = End(incident, nowNs) - incident.StartNs;
            Deduct(incident.AcknowledgedNs == 0 ? ScoreCodes.Unacknowledged : ScoreCodes.Acknowledged,
                acknowledged, spec.ParAcknowledgeNs, AcknowledgeShare, incident);
            Deduct(ScoreCodes.Mitigated, mitigated, spec.ParMitigateNs, MitigateShare, incident);
            if (inquiry is null || (incident.EndNs == 0 && !inquiry.Over)) continue;
            var nextNs = index + 1 < _incidents.Count ? _incidents[index + 1].StartNs : long.MaxValue;
            foreach (var line in CauseScore.Lines(
                Share(CauseShare), incident.StartNs, End(incident, nowNs), (index == 0 ? 0 : incident.StartNs, nextNs), inquiry))
            {
                var lost = Math.Min(left, -line.Points);
                left -= lost;
                if (lost > 0 || line.Points == 0) lines.Add(line with { Points = -lost });
            }
        }

        void Deduct(ScoreCode code, long tookNs, long parNs, double share, Incident incident)
        {
            var over = Math.Clamp((tookNs - parNs) / (3.0 * parNs), 0, 1);
            var points = Math.Min(left, Share(share * over));
            if (points == 0) return;
            left -= points;
            lines.Add(new ScoreLine(ScorePart.Response, -points, code,
                [ServiceScore.Clock(incident.StartNs), Show(tookNs / Nanoseconds.PerSecond),
                    Show(parNs / Nanoseconds.PerSecond)]));
        }
    }

    private int Share(double share) => (int)Math.Round(spec.Response * share, MidpointRounding.AwayFromZero);

    private static long End(Incident incident, long nowNs) => incident.EndNs == 0 ? nowNs : incident.EndNs;

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Incident
    {
        public required long StartNs { get; init; }

        public long AcknowledgedNs { get; set; }

        public long EndNs { get; set; }
    }
}
