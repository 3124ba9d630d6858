using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>Ends sessions: the longest transaction, the one others wait for, or all; of one class or of any.</summary>
internal sealed class KillSession : DatabaseAction
{
    public const string Name = "kill-session";

    public override string Id => Name;

    public override int Place => 6;

    public override ActionTopic Topic => ActionTopic.Run;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Choice("which", "longest-transaction", "longest-transaction", "lock-holder", "all"),
        Parameter.Id("class", UsersParameters.Class, AnyClass),
    ];

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        var users = command.Text("class");
        // who ends two in one tick ends two different ones
        var ended = ruling.Done<Databases.KillSession>().Select(kill => (kill.Slot, kill.Life)).ToHashSet();
        var sessions = input.Sessions
            .Where(session => (users == AnyClass || session.Class == users) && !ended.Contains((session.Slot, session.Life)))
            .ToArray();
        var victims = Choose(command.Text("which"), sessions);
        if (victims.Length == 0)
        {
            ruling.Refuse(
                command, sessions.Length > 0 ? DatabaseRefusals.NobodyBlocks
                    : users == AnyClass ? DatabaseRefusals.NoSession
                    : DatabaseRefusals.NoSessionOf, users);
            return state;
        }

        foreach (var victim in victims) ruling.Do(new Databases.KillSession(input.Id, victim.Slot, victim.Life));
        if (victims is [var one])
            ruling.Done(command, DatabaseEvents.SessionKilled, one.Class, Tenths(input.NowNs - one.SinceNs), Show(one.Waiters));
        else
            ruling.Done(
                command, DatabaseEvents.SessionsKilled, Show(victims.Length), Show(victims.Sum(victim => victim.Waiters)));
        return state;
    }

    private const string AnyClass = "any";

    private static DatabaseSession[] Choose(string which, DatabaseSession[] sessions) => which switch
    {
        "all" => sessions,
        "lock-holder" => [.. Blocking(sessions).Take(1)],
        _ => [.. sessions.OrderBy(session => session.SinceNs).Take(1)],
    };

    /// <summary>
    /// A session that waits for nobody is the root of a queue; of those the one with the most waiters, the longest first.
    /// </summary>
    private static IEnumerable<DatabaseSession> Blocking(DatabaseSession[] sessions) =>
        sessions.Where(session => session.Waiters > 0)
            .OrderBy(session => session.Waits).ThenByDescending(session => session.Waiters).ThenBy(session => session.SinceNs);

    private static string Tenths(long ns) => Nanoseconds.ToSeconds(ns).ToString("0.0", CultureInfo.InvariantCulture);
}
