using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Blame;

/// <summary>
/// Who is to blame for what users lost, second by second: what was really wrong then, at the component it was wrong with. Of
/// several, each has what was lost at it. What cannot be told so is the latest one's.
/// </summary>
internal sealed class Blaming(Scenario scenario)
{
    /// <summary>What it left behind (queues, servers that boot) is still its own for so long, if nothing else is wrong.</summary>
    private const long AfterNs = 30 * Nanoseconds.PerSecond;

    /// <summary>Of what a cause cost; components that suffer in turn would make a long list of next to nothing.</summary>
    private const double SmallShare = 0.1;

    private readonly Dictionary<string, ClassSpec> _classes =
        scenario.Classes.ToDictionary(users => users.Id, StringComparer.Ordinal);

    private readonly List<LostRequest> _lost = [];
    private readonly List<Suspect> _suspects = [];
    private double _loss;
    private int _ended;
    private int _retried;
    private bool _stale;

    /// <summary>What was lost while nothing was wrong.</summary>
    public double Other { get; private set; }

    /// <summary>In order of time. What is a small part of the same cause counts to its greatest part.</summary>
    public ImmutableArray<Blamed> All =>
    [
        .. _suspects.GroupBy(suspect => suspect.Cause).SelectMany(Gathered)
            .OrderBy(suspect => suspect.FromNs).ThenBy(suspect => suspect.Cause)
            .Select(each => new Blamed(
                each.Answer.Failure, each.Answer.Component, each.FromNs, each.UntilNs, each.WasBroken, each.Loss)),
    ];

    /// <summary>A tick's requests.</summary>
    public void Hear(EstateFrame frame)
    {
        foreach (var trace in frame.Traces)
        {
            _ended++;
            if (trace.Attempt > 1) _retried++;
            if (trace.Cause == Cause.Stale) _stale = true;
            if (LostRequest.Of(trace, _classes[trace.Class]) is { } lost) _lost.Add(lost);
        }
    }

    /// <summary>A second is over.</summary>
    /// <param name="loss">So far.</param>
    public void Judge(EstateFrame frame, ImmutableArray<CauseSpec> causes, double loss)
    {
        var signs = new Signs(frame, new Heard(_ended == 0 ? 0 : (double)_retried / _ended, _stale));
        var wrong = Wrong(signs, causes, frame.NowNs);
        foreach (var suspect in wrong) suspect.UntilNs = frame.NowNs;
        Share(signs, wrong.Count > 0 ? wrong : Lately(frame.NowNs), loss - _loss);
        (_loss, _ended, _retried, _stale) = (loss, 0, 0, false);
        _lost.Clear();
    }

    /// <summary>What is wrong now, the latest first.</summary>
    private List<Suspect> Wrong(Signs signs, ImmutableArray<CauseSpec> causes, long nowNs)
    {
        var wrong = new List<Suspect>();
        foreach (var (cause, spec) in causes.Index().Reverse().OrderByDescending(each => each.Item.FromNs))
        {
            if (spec.FromNs >= nowNs || Worst(signs, spec, IsDue(spec, nowNs)) is not ({ } answer, var sign)) continue;
            // the same once more: the later cause is what it is called now
            if (wrong.Any(suspect => suspect.Answer == answer)) continue;
            var suspect = Of(cause, answer, Math.Max(spec.FromNs, nowNs - Nanoseconds.PerSecond));
            suspect.Sign = sign;
            suspect.WasBroken |= sign == Sign.Broken;
            wrong.Add(suspect);
        }

        return wrong;
    }

    private static bool IsDue(CauseSpec cause, long nowNs) =>
        cause.UntilNs == long.MaxValue || nowNs <= cause.UntilNs + AfterNs;

    /// <summary>
    /// The answer that the estate bears out most, of equals the one where most was lost. What is broken stays broken until
    /// somebody cures it; what merely is short after the scenario's time for it is short of something else.
    /// </summary>
    private (CauseAnswer? Answer, Sign Sign) Worst(Signs signs, CauseSpec cause, bool isDue)
    {
        (CauseAnswer? Answer, Sign Sign, double Lost) worst = (null, Sign.None, -1);
        foreach (var answer in cause.Answers)
        {
            var sign = signs.Of(answer);
            if (sign == Sign.None || (sign != Sign.Broken && !isDue) || sign < worst.Sign) continue;
            var lost = _lost.Sum(request => signs.IsAt(request.At, answer.Component) ? request.Weight : 0);
            if (sign > worst.Sign || lost > worst.Lost) worst = (answer, sign, lost);
        }

        return (worst.Answer, worst.Sign);
    }

    /// <summary>Nothing is wrong any more: what was last.</summary>
    private List<Suspect> Lately(long nowNs) =>
        [.. _suspects.Where(suspect => nowNs - suspect.UntilNs <= AfterNs).OrderByDescending(suspect => suspect.UntilNs).Take(1)];

    private void Share(Signs signs, List<Suspect> wrong, double loss)
    {
        if (wrong.Count == 0)
        {
            Other += loss;
            return;
        }

        var all = _lost.Sum(request => request.Weight);
        if (all > 0)
        {
            foreach (var suspect in _suspects) suspect.Part = 0;
            foreach (var request in _lost)
                if (Guilty(signs, wrong, request) is { } guilty) guilty.Part += request.Weight;
                else Spread(signs, wrong, request.Weight);
        }

        // of a second without a sample: as in the one before
        var known = wrong.Sum(suspect => suspect.Part);
        if (known <= 0) wrong[0].Loss += loss;
        else foreach (var suspect in wrong) suspect.Loss += loss * suspect.Part / known;
    }

    /// <summary>
    /// What it was lost at, else what it had come to; of two at the same place the one that is broken explains the other. What
    /// merely suffers is everybody's way, and says nothing.
    /// </summary>
    private static Suspect? Guilty(Signs signs, List<Suspect> wrong, LostRequest request)
    {
        var there = wrong.Where(each => each.Sign > Sign.Suffers).OrderByDescending(each => each.Sign).ToList();
        return there.Find(each => signs.IsAt(request.At, each.Answer.Component))
            ?? there.Find(each => request.Way.Any(stay => signs.IsAt(stay, each.Answer.Component)));
    }

    /// <summary>It never got there: by whose doors balancers knocked at in vain, else it is the latest one's.</summary>
    private static void Spread(Signs signs, List<Suspect> wrong, double weight)
    {
        var failed = wrong.ConvertAll(each => signs.FailedAt(each.Answer.Component));
        var all = failed.Sum();
        if (all == 0) wrong[0].Part += weight;
        for (var index = 0; all > 0 && index < wrong.Count; index++) wrong[index].Part += weight * failed[index] / all;
    }

    private static IEnumerable<Suspect> Gathered(IGrouping<int, Suspect> cause)
    {
        var most = cause.MaxBy(suspect => suspect.Loss)!;
        var small = cause.Where(
            each => each != most && !each.WasBroken && each.Loss < SmallShare * cause.Sum(one => one.Loss)).ToArray();
        most.Loss += small.Sum(each => each.Loss);
        foreach (var each in small) each.Loss = 0;
        return cause.Except(small);
    }

    private Suspect Of(int cause, CauseAnswer answer, long fromNs)
    {
        var known = _suspects.Find(suspect => suspect.Cause == cause && suspect.Answer == answer);
        if (known is null) _suspects.Add(known = new Suspect(cause, answer, fromNs));
        return known;
    }

    private sealed class Suspect(int cause, CauseAnswer answer, long fromNs)
    {
        public int Cause { get; } = cause;

        public CauseAnswer Answer { get; } = answer;

        public long FromNs { get; } = fromNs;

        public long UntilNs { get; set; } = fromNs;

        /// <summary>When it was last seen.</summary>
        public Sign Sign { get; set; }

        public bool WasBroken { get; set; }

        /// <summary>Weight of the requests it lost in the last second that had any.</summary>
        public double Part { get; set; }

        public double Loss { get; set; }
    }
}
