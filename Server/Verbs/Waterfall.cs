using System.Globalization;
using System.Text;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Verbs;

/// <summary>
/// A request's attempts as tables: one line a hop, what it called below it. Times in milliseconds since the attempt was sent;
/// "waited" is the time until its work began and every wait after that (for a lock, a pooled connection, a turn); "worked" is
/// what is left of a stay without them and without the stays of what it called (the wire to them included).
/// </summary>
internal static class Waterfall
{
    private const int BarWidth = 40;

    public static string Write(ExplainedRequest request)
    {
        var text = new StringBuilder();
        var users = request.Trial.Scenario.Classes.First(spec => spec.Id == request.Name.Class);
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{request.Trial.Scenario.Id}, seed {request.Seed}, {request.Name}, target {Units.ShowDuration(users.TargetNs)}");
        foreach (var attempt in request.Attempts)
        {
            text.AppendLine().AppendLine(
                CultureInfo.InvariantCulture,
                $"attempt {attempt.Attempt} of {users.Retry.Attempts}, sent at {Clock(attempt.StartNs)}: "
                + $"{Ms(attempt.EndNs - attempt.StartNs)} ms, {Outcome(attempt)}");
            Hops(text, attempt);
        }

        var total = request.Attempts[^1].EndNs - request.Attempts[0].StartNs;
        var outcome = request.Finished ? Outcome(request.Attempts[^1]) : "not finished when the run ended";
        return text.AppendLine().Append(CultureInfo.InvariantCulture, $"total {Ms(total)} ms: {outcome}").ToString();
    }

    private static void Hops(StringBuilder text, Trace attempt)
    {
        text.AppendLine(CultureInfo.InvariantCulture,
            $"  {"at",-24}{"role",-6}{"came",10}{"waited",10}{"worked",10}{"left",10}  {"",-BarWidth}  note");
        for (var index = 0; index < attempt.Hops.Length; index++)
        {
            var hop = attempt.Hops[index];
            var name = new string(' ', 2 * Depth(attempt, index)) + hop.At;
            var worked = hop.OutNs - hop.WorkNs - hop.PausedNs - Called(attempt, index);
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {name,-24}{(hop.Role is { } role ? Kebab.Of(role) : ""),-6}{Ms(hop.InNs - attempt.StartNs),10}"
                + $"{Ms(hop.WorkNs - hop.InNs + hop.PausedNs),10}{Ms(worked),10}{Ms(hop.OutNs - attempt.StartNs),10}");
            text.AppendLine($"  {Bar(attempt, hop)}  {Note(hop)}".TrimEnd());
        }
    }

    /// <summary>Hops stand in the order they were come to, so what holds a later one inside itself called it.</summary>
    private static bool Holds(Trace attempt, int outer, int inner) =>
        outer < inner && attempt.Hops[outer].InNs <= attempt.Hops[inner].InNs
            && attempt.Hops[outer].OutNs >= attempt.Hops[inner].OutNs
        && attempt.Hops[outer].OutNs > attempt.Hops[outer].InNs;

    private static int Depth(Trace attempt, int index) => Enumerable.Range(0, index).Count(outer => Holds(attempt, outer, index));

    private static long Called(Trace attempt, int index)
    {
        var depth = Depth(attempt, index) + 1;
        return Enumerable.Range(index + 1, attempt.Hops.Length - index - 1)
            .Where(inner => Holds(attempt, index, inner) && Depth(attempt, inner) == depth)
            .Sum(inner => attempt.Hops[inner].OutNs - attempt.Hops[inner].InNs);
    }

    /// <summary>Dots: waiting for its turn; bars: from then on.</summary>
    private static string Bar(Trace attempt, Hop hop)
    {
        var whole = Math.Max(1, attempt.EndNs - attempt.StartNs);
        int Place(long ns) => (int)Math.Clamp((ns - attempt.StartNs) * BarWidth / whole, 0, BarWidth - 1);
        var (came, work, left) = (Place(hop.InNs), Place(hop.WorkNs), Place(hop.OutNs));
        return string.Concat(Enumerable.Range(0, BarWidth).Select(at => at < came || at > left ? ' ' : at < work ? '.' : '#'));
    }

    private static string Note(Hop hop)
    {
        var looked = hop.Hit switch { 1 => "hit", 0 => "miss", _ => "" };
        return hop.Cause == Cause.None ? looked : $"{looked} {Why(hop.Cause)}".Trim();
    }

    private static string Outcome(Trace attempt) =>
        attempt.Cause != Cause.None ? $"failed, {Why(attempt.Cause)}" : attempt.Late ? "answered late"
            : "answered within its target";

    private static string Why(Cause cause) => cause switch
    {
        Cause.Timeout => "timeout: its user's patience ended (the system may go on working on it)",
        Cause.Refused => "refused: nothing listened there",
        Cause.Unreachable => "unreachable: no answer within the connect timeout",
        Cause.QueueFull => "queue-full: turned away at the door",
        Cause.NoTarget => "no-target: the balancer had nobody to send it to",
        Cause.Error => "error: the application answered with an error",
        Cause.Cut => "cut: lost with its server, its process or its drain's end",
        Cause.DbConnections => "db-connections: the database had no connection left",
        Cause.PoolTimeout => "pool-timeout: no connection of its process's pool became free in time",
        Cause.PoolerTimeout => "pooler-timeout: no server connection of the pooler became free in time",
        Cause.BulkheadFull => "bulkhead-full: enough requests of its class were in the role already",
        Cause.ConnectionsFull => "connections-full: its server held as many long-lived connections as it may",
        Cause.LockTimeout => "lock-timeout: its row or table stayed locked for too long",
        Cause.Deadlock => "deadlock: it and another transaction waited for each other, and it had to give way",
        Cause.StatementTimeout => "statement-timeout: the database cancelled it because it took too long",
        Cause.SessionKilled => "session-killed: an operator ended its session in the database",
        Cause.Stale => "stale: the answer was older than its class allows",
        Cause.RateLimited => "rate-limited: the balancer answered 429",
        Cause.Certificate => "certificate: its browser refused the certificate, which has expired or is made out to another name",
        Cause.Blocked => "blocked: where it came in its source is blocked",
        _ => Kebab.Of(cause),
    };

    private static string Ms(long ns) => Nanoseconds.ToMilliseconds(ns).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Clock(long ns) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{ns / (60 * Nanoseconds.PerSecond):00}:{ns % (60 * Nanoseconds.PerSecond) / 1e9:00.000}");
}
