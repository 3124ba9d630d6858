using System.Globalization;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Records;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Time;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Wire;

/// <summary>A drill's record and standings → the room.</summary>
internal static class RoomMapper
{
    public static Room View(RoomState room)
    {
        var drill = room.Drill;
        var standings = room.Standings.ToDictionary(standing => standing.Team, StringComparer.Ordinal);
        return new Room(
            drill.Id, drill.Code, drill.Solo, Kebab.Of(drill.Status), drill.Speed,
            drill.Status == DrillStatus.Finished ? Seed(drill.Seed) : "",
            [.. drill.Teams.Select(team => View(team, standings.GetValueOrDefault(team.Id)))],
            [.. drill.People.Where(person => !person.Left).Select(person => new PersonView(
                person.Id, person.Name, Kebab.Of(person.Role), person.Team, room.Online.Contains(person.Id)))],
            room.Waits, drill.IsUpgraded ? "upgraded" : drill.IsMixed || drill.Diverged ? "mixed" : "own", drill.Sandbox,
            Ms((drill.From?.Tick ?? 0) * Nanoseconds.PerTick));
    }

    public static Standings Standings(RoomState room)
    {
        var standings = room.Standings.ToDictionary(standing => standing.Team, StringComparer.Ordinal);
        TeamView[] teams = [.. room.Drill.Teams.Select(team => View(team, standings.GetValueOrDefault(team.Id)))];
        return new Standings(
            room.Drill.Id, [.. teams.Select(team => team.Score)], [.. teams.Select(team => team.Service)],
            [.. teams.Select(team => team.Spent)]);
    }

    public static DrillCard Card(DrillRecord drill, int online) => new(
        drill.Id, drill.Code, drill.Scenario, Kebab.Of(drill.Status), drill.Teams.Length,
        drill.People.Count(person => !person.Left), online,
        drill.StartedAt is { } started ? Moment(started) : "", !Pseudonyms.Has(drill));

    /// <summary>As text: JavaScript's numbers end at 2^53. Signed, as it is given when a drill is created.</summary>
    public static string Seed(ulong seed) => unchecked((long)seed).ToString(CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static TeamView View(Team team, Standing? standing) => new(
        team.Id, team.Name, standing?.Score ?? 0, Share(standing?.Service ?? 1), Dollars(standing?.SpentNanoDollars ?? 0));
}
