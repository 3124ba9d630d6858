using System.Collections.Immutable;
using OpsGame.Server.Runs;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Bets;
using OpsGame.Simulation.Hints;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Debriefs;

/// <summary>The moment of a run at which its loss turned. Second: from 1.</summary>
internal sealed record Turn(int Second, double Before, double After);

/// <summary>A move of par's that the team did not make, and what each of them lost in the minute after it.</summary>
internal sealed record Better(Move Move, double Own, double Par);

/// <summary>What a run's losses say about it: pure, and nothing that did not happen.</summary>
internal static class Looking
{
    /// <summary>A slope is measured over so many seconds.</summary>
    private const int Window = 15;

    /// <summary>Points a minute; a smaller change turns nothing.</summary>
    private const double LeastChange = 3;

    /// <summary>Points; par's move is no better one for less.</summary>
    private const double LeastGain = 3;

    private const int Minute = 60;

    /// <summary>Doing the same so much later than par is still having done it.</summary>
    private const long LateNs = 20 * Nanoseconds.PerSecond;

    /// <summary>What is no change of the system: alerts, the incident desk, hints, bets.</summary>
    private static readonly ImmutableArray<ComponentKind> Talk = [Alert.Kind, IncidentDesk.Kind, HintBook.Kind, BetBook.Kind];

    /// <summary>Null: points were lost evenly, or none.</summary>
    public static Turn? Turning(ImmutableArray<double> lost)
    {
        Turn? most = null;
        for (var second = 1; second < lost.Length; second++)
        {
            var (before, after) = (Slope(lost, second - Window, second), Slope(lost, second, second + Window));
            var change = Math.Abs(after - before);
            if (change >= LeastChange && (most is null || change > Math.Abs(most.After - most.Before)))
                most = new Turn(second, before, after);
        }

        return most;
    }

    /// <summary>Points lost a minute between two seconds of a run, as far as it has them.</summary>
    public static double Slope(ImmutableArray<double> lost, int from, int until)
    {
        var (first, last) = (Math.Clamp(from, 0, lost.Length), Math.Clamp(until, 0, lost.Length));
        return last <= first ? 0 : (At(lost, last) - At(lost, first)) / (last - first) * Minute;
    }

    public static double After(ImmutableArray<double> lost, int second) =>
        Slope(lost, second, second + Window);

    /// <summary>Of par's moves that the team did not make in time, the one after which it lost the most more than par.</summary>
    public static Better? Move(PlayedRun own, PlayedRun par)
    {
        Better? best = null;
        foreach (var move in par.Moves)
        {
            if (IsTalk(move.Given) || own.Moves.Any(each => IsSame(each, move))) continue;
            var second = (int)(move.Told.AtNs / Nanoseconds.PerSecond);
            var (mine, theirs) = (Next(own.Lost, second), Next(par.Lost, second));
            if (mine - theirs >= LeastGain && (best is null || mine - theirs > best.Own - best.Par))
                best = new Better(move, mine, theirs);
        }

        return best;
    }

    /// <summary>Whole points by what was lost each, which is not nothing in all: together exactly the whole.</summary>
    public static ImmutableArray<int> Shares(ImmutableArray<double> losses, int whole)
    {
        var all = losses.Sum();
        var shares = losses.Select(loss => all > 0 ? loss / all * whole : 0).ToArray();
        var points = shares.Select(share => (int)share).ToArray();
        // what is left over goes to those that were cut the most
        var cut = Enumerable.Range(0, shares.Length).OrderByDescending(index => shares[index] - points[index]).ToArray();
        var rest = whole - points.Sum();
        for (var left = 0; left < rest; left++) points[cut[left % cut.Length]]++;
        return [.. points];
    }

    public static bool IsTalk(Command command) =>
        ActionCatalogue.Find(command.Action) is { } action && Talk.Contains(action.Target);

    private static bool IsSame(Move own, Move par) =>
        own.Given.Action == par.Given.Action && own.Given.Target == par.Given.Target
        && own.Told.AtNs <= par.Told.AtNs + LateNs;

    private static double Next(ImmutableArray<double> lost, int second) =>
        At(lost, Math.Min(second + Minute, lost.Length)) - At(lost, Math.Min(second, lost.Length));

    /// <summary>Lost by the end of a second; nothing by the start.</summary>
    private static double At(ImmutableArray<double> lost, int second) => second == 0 ? 0 : lost[second - 1];
}
