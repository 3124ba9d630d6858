using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Naming;
using OpsGame.Grains.Records;
using OpsGame.Simulation;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Drills;

/// <summary>
/// What may happen to a drill: each rule takes the record as it stands and gives the next one, or a refusal and no change.
/// </summary>
public static class DrillRules
{
    /// <summary>Why a drill cannot be opened: name-*, teams-none, teams-too-many, team-name-taken; null: it can.</summary>
    public static Refusal? Check(NewDrill wanted)
    {
        var refusal = NameRules.Check(wanted.Name, out _);
        if (refusal is not null) return refusal;
        if (wanted.Teams.IsDefaultOrEmpty) return Refusal.Of(DrillRefusals.TeamsNone);
        if (wanted.Teams.Length > DrillLimits.Teams) return Refusal.Of(DrillRefusals.TeamsTooMany, Show(DrillLimits.Teams));
        var taken = new List<string>();
        foreach (var given in wanted.Teams)
        {
            refusal = NameRules.Check(given, out var team);
            if (refusal is not null) return refusal;
            if (taken.Exists(other => NameRules.Same(other, team))) return Refusal.Of(DrillRefusals.TeamNameTaken, team);
            taken.Add(team);
        }

        return null;
    }

    /// <summary>The teams of a drill, numbered as they were given.</summary>
    public static ImmutableArray<Team> Teams(NewDrill wanted) =>
        [.. wanted.Teams.Select((name, i) => new Team("t" + Show(i + 1), name.Trim()))];

    /// <summary>Codes: name-*, name-taken, team-unknown, team-full, plays-already, drill-full, drill-finished.</summary>
    public static Refusal? Join(DrillRecord drill, SeatRequest wanted, out DrillRecord next, out Person? person)
    {
        next = drill;
        person = null;
        if (drill.Status == DrillStatus.Finished) return Refusal.Of(DrillRefusals.Finished);
        var refusal = NameRules.Check(wanted.Name, out var name);
        if (refusal is not null) return refusal;
        if (drill.People.Any(other => NameRules.Same(other.Name, name))) return Refusal.Of(DrillRefusals.NameTaken, name);
        return Seat(drill, wanted with { Name = name }, out next, out person);
    }

    /// <summary>The organiser sits down as an instructor, under a reserved name. Codes: drill-full, drill-finished.</summary>
    public static Refusal? Oversee(DrillRecord drill, string name, out DrillRecord next, out Person? person)
    {
        next = drill;
        person = null;
        if (drill.Status == DrillStatus.Finished) return Refusal.Of(DrillRefusals.Finished);
        var free = Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? name : $"{name} {Show(i)}")
            .First(candidate => !drill.People.Any(other => NameRules.Same(other.Name, candidate)));
        return Seat(drill, new SeatRequest(free, SeatRole.Instructor, Team: null), out next, out person);
    }

    /// <summary>Before the start the name is freed; afterwards the person stays in the records.</summary>
    public static DrillRecord Leave(DrillRecord drill, string player)
    {
        var person = drill.Find(player);
        if (person is null) return drill;
        return drill with
        {
            People = drill.Status == DrillStatus.Lobby
                ? drill.People.Remove(person)
                : drill.People.Replace(person, person with { Left = true }),
        };
    }

    public static Refusal? Start(DrillRecord drill, DateTimeOffset now, out DrillRecord next)
    {
        next = drill with { Status = DrillStatus.Running, StartedAt = now, Engine = EngineVersion.Text };
        return drill.Status switch
        {
            DrillStatus.Lobby => null,
            DrillStatus.Finished => Keep(drill, DrillRefusals.Finished, out next),
            _ => Keep(drill, DrillRefusals.AlreadyStarted, out next),
        };
    }

    public static Refusal? Pause(DrillRecord drill, out DrillRecord next)
    {
        next = drill with { Status = DrillStatus.Paused };
        return drill.Status == DrillStatus.Running ? null : Keep(drill, NotRunning(drill), out next);
    }

    public static Refusal? Continue(DrillRecord drill, out DrillRecord next)
    {
        next = drill with { Status = DrillStatus.Running };
        if (drill.IsUpgraded) return Keep(drill, DrillRefusals.Upgraded, out next);
        return drill.Status switch
        {
            DrillStatus.Paused => null,
            DrillStatus.Running => Keep(drill, DrillRefusals.NotPaused, out next),
            _ => Keep(drill, NotRunning(drill), out next),
        };
    }

    /// <summary>
    /// Somebody chose to continue it under the rules of its present server, which are not those it was started under.
    /// </summary>
    public static Refusal? GoOn(DrillRecord drill, out DrillRecord next)
    {
        next = drill with { Status = DrillStatus.Running, GoesOnWith = EngineVersion.Text };
        return drill.IsUpgraded ? null : Keep(drill, DrillRefusals.NotUpgraded, out next);
    }

    /// <summary>A drill that was started under another version is paused until somebody chooses.</summary>
    public static DrillRecord Stand(DrillRecord drill) =>
        drill is { IsUpgraded: true, Status: DrillStatus.Running } ? drill with { Status = DrillStatus.Paused } : drill;

    public static Refusal? Speed(DrillRecord drill, double speed, out DrillRecord next)
    {
        next = drill with { Speed = speed };
        if (!DrillLimits.Speeds.Contains(speed)) return Keep(drill, DrillRefusals.SpeedInvalid, out next);
        return drill.Status == DrillStatus.Finished ? Keep(drill, DrillRefusals.Finished, out next) : null;
    }

    public static Refusal? Finish(DrillRecord drill, DateTimeOffset now, out DrillRecord next)
    {
        // How its teams stand now comes from the rules of today.
        var rules = drill.IsUpgraded ? EngineVersion.Text : drill.GoesOnWith;
        next = drill with { Status = DrillStatus.Finished, FinishedAt = now, GoesOnWith = rules, Address = "" };
        return drill.Status == DrillStatus.Finished ? Keep(drill, DrillRefusals.Finished, out next) : null;
    }

    /// <summary>How long a drill stays when nobody is connected to it.</summary>
    public static TimeSpan Patience(DrillRecord drill) => drill.Status switch
    {
        DrillStatus.Lobby => DrillLimits.EmptyLobby,
        _ when drill.Solo => DrillLimits.SoloAbandoned,
        DrillStatus.Paused => DrillLimits.Break,
        _ => DrillLimits.Abandoned,
    };

    private static Refusal? Seat(DrillRecord drill, SeatRequest wanted, out DrillRecord next, out Person? person)
    {
        next = drill;
        person = null;
        string? team = null;
        if (drill.People.Length >= DrillLimits.People) return Refusal.Of(DrillRefusals.Full);
        if (wanted.Role == SeatRole.Player)
        {
            if (PickTeam(drill, wanted, out team) is { } refusal) return refusal;
        }
        else if (drill.People.Count(other => other.Role != SeatRole.Player && !other.Left) >= DrillLimits.Watchers)
        {
            return Refusal.Of(DrillRefusals.Full);
        }

        person = new Person("p" + Show(drill.PeopleEver + 1), wanted.Name, wanted.Role, team, Left: false, wanted.Browser);
        next = drill with { People = drill.People.Add(person), PeopleEver = drill.PeopleEver + 1 };
        return null;
    }

    private static Refusal? PickTeam(DrillRecord drill, SeatRequest wanted, out string? team)
    {
        var limit = drill.Solo ? 1 : DrillLimits.Players;
        var sizes = drill.Teams.ToDictionary(
            each => each.Id, each => drill.People.Count(person => person.Team == each.Id && !person.Left),
            StringComparer.Ordinal);
        var played = drill.People.FirstOrDefault(person => Plays(person, wanted))?.Team;
        team = wanted.Team ?? played ?? drill.Teams.MinBy(each => sizes[each.Id])!.Id;
        if (!sizes.TryGetValue(team, out var size)) return Refusal.Of(DrillRefusals.TeamUnknown);
        // who has seen one team's system must not act in another's; leaving changes nothing about it
        if (played is not null && played != team)
            return Refusal.Of(DrillRefusals.PlaysAlready, drill.Teams.First(each => each.Id == played).Name);
        return size < limit ? null : Refusal.Of(DrillRefusals.TeamFull, Show(limit));
    }

    private static bool Plays(Person person, SeatRequest wanted) => person.Role == SeatRole.Player
        && (person.Id == wanted.Holds || (wanted.Browser.Length > 0 && person.Browser == wanted.Browser));

    private static Refusal Keep(DrillRecord drill, RefusalCode code, out DrillRecord next)
    {
        next = drill;
        return Refusal.Of(code);
    }

    private static RefusalCode NotRunning(DrillRecord drill) => drill.Status switch
    {
        DrillStatus.Finished => DrillRefusals.Finished,
        DrillStatus.Paused => DrillRefusals.Paused,
        _ => DrillRefusals.NotRunning,
    };

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
