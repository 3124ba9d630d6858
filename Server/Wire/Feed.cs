using MessagePack;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Wire;

/// <summary>The score so far: Total is the sum of the lines' points, 0–1000.</summary>
[MessagePackObject]
public sealed record ScoreView(
    [property: Key("total")] int Total,
    [property: Key("lines")] ScoreLineView[] Lines);

/// <summary>One explained line.</summary>
[MessagePackObject]
public sealed record ScoreLineView(
    [property: Key("part"), OneOf(typeof(ScorePart))] string Part,
    [property: Key("points")] int Points,
    [property: Key("why")] Phrase Why);

/// <summary>An open alert.</summary>
/// <param name="Nearness">How near to a cause it is.</param>
/// <param name="By">Who acknowledged it; null while nobody did.</param>
[MessagePackObject]
public sealed record AlertView(
    [property: Key("id")] string Id,
    [property: Key("severity"), OneOf("critical", "warning")] string Severity,
    [property: Key("nearness"), OneOf(typeof(Nearness))] string Nearness,
    [property: Key("component")] string? Component,
    [property: Key("text")] Phrase Text,
    [property: Key("sinceMs")] double SinceMs,
    [property: Key("by")] string? By);

/// <summary>Hints come one after another, each for its points.</summary>
/// <param name="Taken">Oldest first.</param>
/// <param name="Left">How many more there are.</param>
/// <param name="Points">What the next one costs.</param>
/// <param name="FromMs">When it may be asked for.</param>
[MessagePackObject]
public sealed record HintsView(
    [property: Key("taken")] HintView[] Taken,
    [property: Key("left")] int Left,
    [property: Key("points")] int Points,
    [property: Key("fromMs")] double FromMs);

/// <summary>A hint that was asked for, by whom and when.</summary>
[MessagePackObject]
public sealed record HintView(
    [property: Key("text")] Text Text,
    [property: Key("points")] int Points,
    [property: Key("atMs")] double AtMs,
    [property: Key("by")] string By);

/// <summary>
/// A line of the event feed. Kind command: a player did something; system: a component said so.
/// </summary>
/// <param name="Command">The client's command id where the event is the outcome of one (done or refused).</param>
/// <param name="Undo">What takes it back: the command to send, with Undoes = Command; null: nothing does.</param>
/// <param name="Undoes">Id of the command it took back; null: none.</param>
/// <param name="Beside">What somebody else was doing to the component; null: nothing. A refusal is shown with it.</param>
[MessagePackObject]
public sealed record EventView(
    [property: Key("timeMs")] double TimeMs,
    [property: Key("kind"), OneOf(typeof(EventKind))] string Kind,
    [property: Key("code")] string Code,
    [property: Key("component")] string? Component,
    [property: Key("player")] string? Player,
    [property: Key("command"), Passing] string? Command,
    [property: Key("text")] Phrase Text,
    [property: Key("undo")] UndoView? Undo = null,
    [property: Key("undoes"), Passing] string? Undoes = null,
    [property: Key("beside")] BesideView? Beside = null);

/// <summary>A command that takes another one back.</summary>
[MessagePackObject]
public sealed record UndoView(
    [property: Key("action")] string Action,
    [property: Key("target")] string Target,
    [property: Key("args")] Dictionary<string, string> Args);

/// <summary>Who is doing what, or did it a moment ago. Text: the outcome of what they do. SinceMs: simulated time.</summary>
[MessagePackObject]
public sealed record BesideView(
    [property: Key("player")] string Player,
    [property: Key("component")] string Component,
    [property: Key("sinceMs")] double SinceMs,
    [property: Key("text")] Phrase Text);

/// <summary>
/// A component's recent past, one point a simulated second, newest last (at most 600). Charts of the inspector start from it.
/// </summary>
/// <param name="Series">Name → values, aligned with TimesMs: requests, errors, p50, p95, p99, cpu, memory, busy, queue, hitRatio,
/// connections, lockWaiters …</param>
/// <param name="Log">Its own log, newest last (at most 100).</param>
[MessagePackObject]
public sealed record HistoryView(
    [property: Key("component")] string Component,
    [property: Key("timesMs")] double[] TimesMs,
    [property: Key("series")] Dictionary<string, double[]> Series,
    [property: Key("log")] EventView[] Log);
