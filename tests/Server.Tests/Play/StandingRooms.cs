using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

internal static class StandingRooms
{
    /// <summary>The room as it is, with how its teams stand now.</summary>
    public static void Stand(this List<Room> rooms, Standings now, Seat seat)
    {
        var room = rooms.LastOrDefault() ?? seat.Room;
        rooms.Add(room with
        {
            Teams =
            [
                .. room.Teams.Select((team, at) =>
                    team with { Score = now.Scores[at], Service = now.Services[at], Spent = now.Spent[at] }),
            ],
        });
    }
}
