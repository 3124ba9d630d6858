using System.Globalization;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>Which sessions an operator ends: the longest transaction, the one others wait for, or all; of one class or of any.</summary>
internal static class SessionRules
{
    public const string AnyClass = "any";

    /// <summary>The input without those that are ended: who ends two in one tick ends two different ones.</summary>
    public static DatabaseInput Kill(DatabaseInput input, Command command, Ruling ruling)
    {
        var users = command.Text("class");
        var sessions = input.Sessions.Where(session => users == AnyClass || session.Class == users).ToArray();
        var victims = Choose(command.Text("which"), sessions);
        if (victims.Length == 0)
        {
            ruling.Refuse(command, sessions.Length > 0 ? "nobody-blocks" : users == AnyClass ? "no-session" : "no-session-of", users);
            return input;
        }

        foreach (var victim in victims) ruling.Do(new KillSession(input.Id, victim.Slot, victim.Life));
        if (victims is [var one])
            ruling.Carry(command, "session-killed", one.Class, Seconds(input.NowNs - one.SinceNs), Show(one.Waiters));
        else
            ruling.Carry(command, "sessions-killed", Show(victims.Length), Show(victims.Sum(victim => victim.Waiters)));
        return input with { Sessions = input.Sessions.RemoveRange(victims) };
    }

    private static DatabaseSession[] Choose(string which, DatabaseSession[] sessions) => which switch
    {
        "all" => sessions,
        "lock-holder" => [.. Blocking(sessions).Take(1)],
        _ => [.. sessions.OrderBy(session => session.SinceNs).Take(1)],
    };

    /// <summary>Who waits for nobody is at the root of what waits; of those the one most wait for, the longest one first.</summary>
    private static IEnumerable<DatabaseSession> Blocking(DatabaseSession[] sessions) =>
        sessions.Where(session => session.Waiters > 0)
            .OrderBy(session => session.Waits).ThenByDescending(session => session.Waiters).ThenBy(session => session.SinceNs);

    private static string Seconds(long ns) => Nanoseconds.ToSeconds(ns).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
