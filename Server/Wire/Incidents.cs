using MessagePack;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Incidents;

namespace OpsGame.Server.Wire;

/// <summary>The team's incidents, oldest first, the last one may be open; and who has which role.</summary>
[MessagePackObject]
public sealed record DeskView(
    [property: Key("roles")] HolderView[] Roles,
    [property: Key("incidents")] IncidentView[] Incidents);

/// <summary>Who has a role.</summary>
[MessagePackObject]
public sealed record HolderView(
    [property: Key("role"), OneOf(typeof(IncidentRole))] string Role,
    [property: Key("player")] string Player);

/// <summary>An incident. What is plain text somebody wrote.</summary>
/// <param name="ClosedMs">0: it is open.</param>
/// <param name="Updates">Of the last incident, oldest first; of an earlier one only the last.</param>
[MessagePackObject]
public sealed record IncidentView(
    [property: Key("number")] int Number,
    [property: Key("severity"), OneOf(typeof(Severity))] string Severity,
    [property: Key("what"), Passing] string What,
    [property: Key("player")] string Player,
    [property: Key("declaredMs")] double DeclaredMs,
    [property: Key("closedMs")] double ClosedMs,
    [property: Key("updates")] StatusView[] Updates,
    [property: Key("causes")] NamedCauseView[] Causes);

/// <summary>A post on the status page. Text is plain text somebody wrote.</summary>
[MessagePackObject]
public sealed record StatusView(
    [property: Key("state"), OneOf(typeof(StatusState))] string State,
    [property: Key("text"), Passing] string Text,
    [property: Key("player")] string Player,
    [property: Key("timeMs")] double TimeMs);

/// <summary>
/// What somebody named as the root cause. Verdict: open until the incident is closed, then right, wrong or unknown.
/// </summary>
[MessagePackObject]
public sealed record NamedCauseView(
    [property: Key("failure"), OneOf(typeof(FailureKind))] string Failure,
    [property: Key("component")] string Component,
    [property: Key("player")] string Player,
    [property: Key("timeMs")] double TimeMs,
    [property: Key("verdict"), OneOf(typeof(Verdict))] string Verdict);

/// <summary>One of the failures a root cause is named from.</summary>
[MessagePackObject]
public sealed record FailureCard(
    [property: Key("id"), OneOf(typeof(FailureKind))] string Id,
    [property: Key("title")] Text Title,
    [property: Key("what")] Text What);
