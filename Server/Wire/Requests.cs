using MessagePack;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Wire;

/// <summary>Create a team drill; the caller becomes its instructor.</summary>
/// <param name="Scenario">Id of a scenario in the library.</param>
/// <param name="Name">The instructor's name, 1–40 characters.</param>
/// <param name="Teams">Team names, 1–40 of them, each 1–40 characters, all different.</param>
/// <param name="Seed">Of the random numbers, the same for every team; null: the server draws one.</param>
[MessagePackObject]
public sealed record CreateDrill(
    [property: Key("scenario")] string Scenario,
    [property: Key("name")] string Name,
    [property: Key("teams")] string[] Teams,
    [property: Key("seed")] long? Seed);

/// <summary>Take a seat in a drill.</summary>
/// <param name="Code">Six characters, case and spaces ignored.</param>
/// <param name="Name">1–40 characters: letters, digits, spaces and - _ . ' ( ).</param>
/// <param name="Team">Team id; null: the smallest team (players) or none (observers).</param>
[MessagePackObject]
public sealed record JoinDrill(
    [property: Key("code")] string Code,
    [property: Key("name")] string Name,
    [property: Key("team")] string? Team,
    [property: Key("role"), OneOf("player", "observer")] string Role);

/// <summary>An operator's action on a component of the caller's own team's estate.</summary>
/// <param name="Id">Chosen by the client, 1–64 characters; sending it again changes nothing (idempotent).</param>
/// <param name="Action">An id of the action catalogue.</param>
/// <param name="Target">Component id (or alert id for acknowledge).</param>
/// <param name="Args">Parameter name → value as text, at most 16, each value at most 64 characters.</param>
/// <param name="Undoes">Id of the command this one takes back, which must be just what that command's outcome offered; null:
/// none.</param>
[MessagePackObject]
public sealed record CommandRequest(
    [property: Key("id")] string Id,
    [property: Key("action")] string Action,
    [property: Key("target")] string Target,
    [property: Key("args")] Dictionary<string, string> Args,
    [property: Key("undoes")] string? Undoes = null);

/// <summary>An instructor's fault injection.</summary>
/// <param name="Team">Team id, or null for every team.</param>
/// <param name="Fault">An id of the fault catalogue, e.g. server-hang.</param>
/// <param name="Target">Component id.</param>
/// <param name="Args">Parameter name → value as text, as of a command; left out: the catalogue's initial value.</param>
[MessagePackObject]
public sealed record InjectRequest(
    [property: Key("team")] string? Team,
    [property: Key("fault")] string Fault,
    [property: Key("target")] string Target,
    [property: Key("args")] Dictionary<string, string> Args);
