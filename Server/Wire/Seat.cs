using MessagePack;
using OpsGame.Grains.Records;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Wire;

/// <summary>Answer of every way into a drill: a seat, or why not.</summary>
[MessagePackObject]
public sealed record SeatAnswer(
    [property: Key("seat")] Seat? Seat,
    [property: Key("refusal")] Refusal? Refusal);

/// <summary>
/// Where somebody sits. Keep <paramref name="Token"/>: it brings the same seat back after a reload or an outage.
/// </summary>
/// <param name="Team">The team played (player) or watched (instructor, observer); null in a lobby when watching nobody.</param>
[MessagePackObject]
public sealed record Seat(
    [property: Key("token")] string Token,
    [property: Key("drill")] string Drill,
    [property: Key("code")] string Code,
    [property: Key("player")] string Player,
    [property: Key("name")] string Name,
    [property: Key("role"), OneOf(typeof(SeatRole))] string Role,
    [property: Key("team")] string? Team,
    [property: Key("scenario")] ScenarioCard Scenario,
    [property: Key("actions")] ActionSpec[] Actions,
    [property: Key("faults")] FaultSpec[] Faults,
    [property: Key("failures")] FailureCard[] Failures,
    [property: Key("room")] Room Room);

/// <summary>A seat that ended by what was done elsewhere, and what to tell whoever sat there.</summary>
[MessagePackObject]
public sealed record EndedSeat(
    [property: Key("drill")] string Drill,
    [property: Key("player")] string Player,
    [property: Key("text")] Text Text);

/// <summary>
/// Answer of a command: the tick it was logged for, or a refusal. The outcome itself arrives as an event in a frame.
/// </summary>
[MessagePackObject]
public sealed record Receipt(
    [property: Key("tick")] long Tick,
    [property: Key("refusal")] Refusal? Refusal);

/// <summary>
/// An action's form: what the inspector and the palette offer. Texts of actions live in the client (action_{id}).
/// </summary>
/// <param name="Topic">Lists are grouped by it, in the order of the type.</param>
/// <param name="Seconds">How long it takes in simulated seconds (0: at the next tick).</param>
[MessagePackObject]
public sealed record ActionSpec(
    [property: Key("id")] string Id,
    [property: Key("target"), OneOf(typeof(ComponentKind))] string Target,
    [property: Key("topic"), OneOf(typeof(ActionTopic))] string Topic,
    [property: Key("parameters")] ParameterSpec[] Parameters,
    [property: Key("seconds")] double Seconds);

/// <summary>One parameter of an action.</summary>
/// <param name="Kind">
/// duration: seconds; address: where users may be sent; text: at most Max characters; component: any, users or a power feed;
/// schedule: at most Max times and numbers of servers ("0s 4, 2m 8"); server, rack, source …: an id of one.
/// </param>
/// <param name="Unset">Its value while its field is left empty (its text is unset_{action}_{name} or unset_{name} of the client);
/// null: it must be filled in.</param>
/// <param name="Only">It matters only with some values of another parameter; null: always.</param>
[MessagePackObject]
public sealed record ParameterSpec(
    [property: Key("name")] string Name,
    [property: Key("kind"), OneOf(typeof(ParameterKind))] string Kind,
    [property: Key("min")] double Min,
    [property: Key("max")] double Max,
    [property: Key("initial")] string Initial,
    [property: Key("choices")] string[] Choices,
    [property: Key("unset")] string? Unset,
    [property: Key("only")] Dependence? Only);

/// <summary>Another parameter, and the values of it with which this one matters.</summary>
[MessagePackObject]
public sealed record Dependence(
    [property: Key("parameter")] string Parameter,
    [property: Key("values")] string[] Values);

/// <summary>A fault an instructor may inject.</summary>
[MessagePackObject]
public sealed record FaultSpec(
    [property: Key("id")] string Id,
    [property: Key("target"), OneOf(typeof(ComponentKind))] string Target,
    [property: Key("parameters")] ParameterSpec[] Parameters,
    [property: Key("text")] Text Text);
