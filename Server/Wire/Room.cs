using MessagePack;
using OpsGame.Grains.Records;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Wire;

/// <summary>
/// The drill as everybody in it sees it: sent whole when people, status, speed or the like change; meanwhile
/// <see cref="Standings"/> tells how the teams stand.
/// </summary>
/// <param name="Speed">0.5, 1, 2, 4 or 8.</param>
/// <param name="Seed">Empty before the end: who knew it could play the rest of the drill in advance.</param>
/// <param name="Waits">The server cannot save: all clocks stand, and go on by themselves.</param>
/// <param name="Sandbox">Its player breaks things at will; its scores are all 0 and on no board.</param>
/// <param name="Rules">
/// Upgraded: the server was upgraded meanwhile, and who directs the drill has to choose GoOn or Finish; mixed: it was played
/// by more than one version, or came out differently after a restart, and its results stand on no board.
/// </param>
/// <param name="FromMs">Practice: until then it went as a drill before, and its result stands on no board; 0: it is none.</param>
[MessagePackObject]
public sealed record Room(
    [property: Key("drill")] string Drill,
    [property: Key("code")] string Code,
    [property: Key("solo")] bool Solo,
    [property: Key("status"), OneOf(typeof(DrillStatus))] string Status,
    [property: Key("speed")] double Speed,
    [property: Key("seed")] string Seed,
    [property: Key("teams")] TeamView[] Teams,
    [property: Key("people")] PersonView[] People,
    [property: Key("waits")] bool Waits,
    [property: Key("rules"), OneOf("own", "upgraded", "mixed")] string Rules,
    [property: Key("sandbox")] bool Sandbox,
    [property: Key("fromMs")] double FromMs);

/// <summary>How a drill's teams stand now, in the order of the <see cref="Room"/>'s; sent if nothing else has changed.</summary>
[MessagePackObject]
public sealed record Standings(
    [property: Key("drill")] string Drill,
    [property: Key("scores")] int[] Scores,
    [property: Key("services")] double[] Services,
    [property: Key("spent")] double[] Spent);

/// <summary>A team in the room; Score, Service (0–1) and Spent are live, about once a second.</summary>
[MessagePackObject]
public sealed record TeamView(
    [property: Key("id")] string Id,
    [property: Key("name")] string Name,
    [property: Key("score")] int Score,
    [property: Key("service")] double Service,
    [property: Key("spent")] double Spent);

/// <summary>Somebody in the room.</summary>
[MessagePackObject]
public sealed record PersonView(
    [property: Key("id")] string Id,
    [property: Key("name")] string Name,
    [property: Key("role"), OneOf(typeof(SeatRole))] string Role,
    [property: Key("team")] string? Team,
    [property: Key("online")] bool Online);
