using MessagePack;

namespace OpsGame.Load;

// The few fields a load client looks at; the rest of each message is skipped unread.

[MessagePackObject]
public sealed record CreateDrill(
    [property: Key("scenario")] string Scenario, [property: Key("name")] string Name,
    [property: Key("teams")] string[] Teams, [property: Key("seed")] long? Seed);

[MessagePackObject]
public sealed record JoinDrill(
    [property: Key("code")] string Code, [property: Key("name")] string Name,
    [property: Key("team")] string? Team, [property: Key("role")] string Role);

[MessagePackObject]
public sealed record CommandRequest(
    [property: Key("id")] string Id, [property: Key("action")] string Action,
    [property: Key("target")] string Target, [property: Key("args")] Dictionary<string, string> Args);

[MessagePackObject]
public sealed record Refusal([property: Key("code")] string Code);

[MessagePackObject]
public sealed record Receipt([property: Key("tick")] long Tick, [property: Key("refusal")] Refusal? Refusal);

[MessagePackObject]
public sealed record SeatAnswer([property: Key("seat")] Seat? Seat, [property: Key("refusal")] Refusal? Refusal);

[MessagePackObject]
public sealed record Seat(
    [property: Key("token")] string Token, [property: Key("code")] string Code, [property: Key("room")] Room Room);

[MessagePackObject]
public sealed record HistoryView([property: Key("component")] string Component);

[MessagePackObject]
public sealed record Room([property: Key("teams")] Team[] Teams);

[MessagePackObject]
public sealed record Team([property: Key("id")] string Id);

[MessagePackObject]
public sealed record LabView([property: Key("templates")] PlanTemplate[] Templates);

[MessagePackObject]
public sealed record PlanTemplate([property: Key("text")] string Text);

[MessagePackObject]
public sealed record PlanCheck([property: Key("refusal")] Refusal? Refusal);

[MessagePackObject]
public sealed record EvaluationAnswer([property: Key("id")] string Id, [property: Key("refusal")] Refusal? Refusal);

[MessagePackObject]
public sealed record EvaluationView([property: Key("id")] string Id);
