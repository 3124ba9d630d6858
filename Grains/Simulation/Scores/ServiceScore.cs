using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Scores;

/// <summary>
/// The service part (Apdex with a penalty): a request is worth 1 within its target T, ½ within 4T, 0 later, −1 when failed. The
/// mean over requests by weight is the share of the points. Below <see cref="Bend"/> the share falls more slowly and reaches 0
/// only when everything failed, so that however bad it was, recovering pays. A feature that is off takes its worth from what an
/// answer is worth. What was lost is kept by class, cause and stretch of time, so every line can say why.
/// </summary>
internal sealed class ServiceScore(Scenario scenario)
{
    private const int LinesShown = 8;

    /// <summary>A mean of −1 … this is a share of 0 … this; above, they are the same.</summary>
    private const double Bend = 0.1;

    /// <summary>Losses of one kind closer than this belong to one stretch.</summary>
    private const long GapNs = 15 * Nanoseconds.PerSecond;

    /// <summary>Of loss: an answer without a feature.</summary>
    private const string Without = "without-feature";

    private readonly ImmutableArray<string> _flags = scenario.Flags;
    private readonly List<Stretch> _stretches = [];
    private readonly Queue<(double Weight, double Loss)> _recent = new();
    private double _weightSum;
    private double _lossSum;
    private long _good;
    private long _total;

    public double Overall => Math.Max(0, Mean);

    /// <summary>Mean value over the last 10 seconds; 1 while nothing was asked.</summary>
    public double Level
    {
        get
        {
            double weight = 0, loss = 0;
            foreach (var second in _recent)
            {
                weight += second.Weight;
                loss += second.Loss;
            }

            return weight == 0 ? 1 : Math.Max(0, 1 - loss / weight);
        }
    }

    /// <summary>
    /// Share of the error budget left: the objective allows a share 1 − SloGood of requests that are not within target.
    /// </summary>
    public double Budget
    {
        get
        {
            var allowed = (1 - scenario.Score.SloGood) * _total;
            return allowed <= 0 ? 1 : Math.Clamp(1 - (_total - _good) / allowed, 0, 1);
        }
    }

    public long Requests => _total;

    /// <summary>What was lost so far, by the requests' weight.</summary>
    public double Loss => _lossSum;

    private double Mean => _weightSum == 0 ? 1 : 1 - _lossSum / _weightSum;

    /// <summary>One simulated second's outcomes.</summary>
    public void Add(OutcomeLedger ledger, long nowNs)
    {
        double weight = 0, loss = 0;
        for (var index = 0; index < scenario.Classes.Length; index++)
        {
            var spec = scenario.Classes[index];
            if (!spec.Counts) continue;
            var within = ledger.Within(index);
            _good += within;
            var count = within;
            count += Lose(spec, "late", ledger.Late(index), 0.5, nowNs, ref loss);
            count += Lose(spec, "slow", ledger.VeryLate(index), 1, nowNs, ref loss);
            for (var cause = Cause.Timeout; (int)cause < CauseTable.Count; cause++)
                count += Lose(spec, CauseName(cause), ledger.Failed(index, cause), 2, nowNs, ref loss);
            foreach (var feature in spec.Features)
            {
                var flag = _flags.IndexOf(feature.Id);
                Lose(spec, Without, ledger.WithinWithout(index, flag), feature.Worth, nowNs, ref loss, feature.Id);
                Lose(spec, Without, ledger.LateWithout(index, flag), feature.Worth / 2, nowNs, ref loss, feature.Id);
            }

            weight += count * spec.Weight;
            _total += count;
        }

        _weightSum += weight;
        _lossSum += loss;
        _recent.Enqueue((weight, loss));
        if (_recent.Count > 10) _recent.Dequeue();
    }

    public void AddLines(List<ScoreLine> lines)
    {
        var weight = scenario.Score.Service;
        var points = (int)Math.Round(weight * Share(Mean), MidpointRounding.AwayFromZero);
        lines.Add(new ScoreLine(ScorePart.Service, weight, ScoreCodes.Service, [Show(_total)]));
        var rest = points - weight;
        var perLoss = _weightSum == 0 ? 0 : weight / _weightSum;
        foreach (var stretch in _stretches.OrderByDescending(stretch => stretch.Loss).Take(LinesShown))
        {
            // cut, not rounded: together the lines never say more than was lost, and the last one has the rest
            var lost = -(int)(stretch.Loss * perLoss);
            if (lost == 0) continue;
            rest -= lost;
            lines.Add(new ScoreLine(ScorePart.Service, lost, $"score-{stretch.Kind}",
                [Show(stretch.Count), stretch.Class, Clock(stretch.FromNs), Clock(stretch.UntilNs),
                    .. stretch.Feature.Length > 0 ? new[] { stretch.Feature } : []]));
        }

        if (rest < 0) lines.Add(new ScoreLine(ScorePart.Service, rest, ScoreCodes.ServiceOther, []));
        if (rest > 0) lines.Add(new ScoreLine(ScorePart.Service, rest, ScoreCodes.ServiceBend, []));
    }

    /// <summary>Of the points, by what a request was worth on average: never less for a better one.</summary>
    internal static double Share(double mean) => mean >= Bend ? mean : Math.Max(0, Bend * (1 + mean) / (1 + Bend));

    internal static string Clock(long ns)
    {
        var seconds = ns / Nanoseconds.PerSecond;
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:00}:{seconds % 60:00}");
    }

    internal static string CauseName(Cause cause) => cause switch
    {
        Cause.Timeout => "timeout",
        Cause.Refused => "refused",
        Cause.Unreachable => "unreachable",
        Cause.QueueFull => "queue-full",
        Cause.NoTarget => "no-target",
        Cause.Error => "error",
        Cause.Cut => "cut",
        Cause.DbConnections => "db-connections",
        Cause.PoolTimeout => "pool-timeout",
        Cause.LockTimeout => "lock-timeout",
        Cause.Deadlock => "deadlock",
        Cause.StatementTimeout => "statement-timeout",
        Cause.SessionKilled => "session-killed",
        Cause.Stale => "stale",
        Cause.Corrupt => "corrupt",
        Cause.DiskFull => "disk-full",
        Cause.RateLimited => "rate-limited",
        Cause.QueueTimeout => "queue-timeout",
        Cause.LoadShed => "load-shed",
        Cause.CircuitOpen => "circuit-open",
        Cause.Certificate => "certificate",
        Cause.Blocked => "blocked",
        Cause.BacklogFull => "backlog-full",
        Cause.DeadLetter => "dead-letter",
        Cause.Purged => "purged",
        Cause.DoneTwice => "done-twice",
        Cause.ResponseTimeout => "response-timeout",
        Cause.ConnectionClosed => "connection-closed",
        Cause.BulkheadFull => "bulkhead-full",
        Cause.PoolerTimeout => "pooler-timeout",
        Cause.ConnectionsFull => "connections-full",
        _ => "shed",
    };

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);

    private int Lose(ClassSpec spec, string kind, int count, double each, long nowNs, ref double loss, string feature = "")
    {
        if (count > 0) loss += Note(spec, kind, count, each, nowNs, feature);
        return count;
    }

    private double Note(ClassSpec spec, string kind, int count, double each, long nowNs, string feature)
    {
        var lost = count * each * spec.Weight;
        var stretch =
            _stretches.FindLast(stretch => stretch.Class == spec.Id && stretch.Kind == kind && stretch.Feature == feature);
        if (stretch is null || nowNs - stretch.UntilNs > GapNs)
            _stretches.Add(
                stretch = new Stretch
                {
                    Class = spec.Id, Kind = kind, Feature = feature, FromNs = nowNs - Nanoseconds.PerSecond,
                });
        stretch.UntilNs = nowNs;
        stretch.Count += count;
        stretch.Loss += lost;
        return lost;
    }

    private sealed class Stretch
    {
        public required string Class { get; init; }

        public required string Kind { get; init; }

        /// <summary>What answers went without; empty: nothing.</summary>
        public required string Feature { get; init; }

        public required long FromNs { get; init; }

        public long UntilNs { get; set; }

        public long Count { get; set; }

        public double Loss { get; set; }
    }
}
