using MessagePack;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Scores;

namespace OpsGame.Server.Wire;

/// <summary>Answer of Debrief: what came of the drill, or why nobody can say (yet).</summary>
[MessagePackObject]
public sealed record DebriefAnswer(
    [property: Key("debrief")] DebriefView? Debrief,
    [property: Key("refusal")] Refusal? Refusal);

/// <summary>A team's drill looked back at. Played again from its log, so every figure is the drill's own.</summary>
/// <param name="Total">Of the score; with all that was lost it makes 1000.</param>
/// <param name="Lost">Points that each part of the score lost.</param>
/// <param name="Causes">What was really wrong, in order of time, and what it cost users.</param>
/// <param name="OtherPoints">What the service part lost while nothing of it was there.</param>
/// <param name="Par">The library's own plan on the same luck; null: it has none.</param>
/// <param name="Medals">Null: there is no par, or the drill was not played to its end.</param>
/// <param name="Others">Verified results of others.</param>
/// <param name="Notes">What the drill was about; null before all of it has happened, and where there is nothing to say.</param>
[MessagePackObject]
public sealed record DebriefView(
    [property: Key("drill")] string Drill,
    [property: Key("team")] string Team,
    [property: Key("total")] int Total,
    [property: Key("complete")] bool Complete,
    [property: Key("lost")] PartLoss[] Lost,
    [property: Key("causes")] CauseLoss[] Causes,
    [property: Key("otherPoints")] int OtherPoints,
    [property: Key("own")] RunView Own,
    [property: Key("par")] RunView? Par,
    [property: Key("turn")] TurnView? Turn,
    [property: Key("better")] BetterView? Better,
    [property: Key("medals")] MedalsView? Medals,
    [property: Key("others")] OthersView Others,
    [property: Key("notes")] Text? Notes);

/// <summary>Points a part of the score lost, 0 or more.</summary>
[MessagePackObject]
public sealed record PartLoss(
    [property: Key("part"), OneOf(typeof(ScorePart))] string Part,
    [property: Key("points")] int Points);

/// <summary>Something that was really wrong with a component: from when until when it was there, whoever cured it. Points: of the
/// service part, lost at it; what was lost elsewhere meanwhile is the latest one's.</summary>
[MessagePackObject]
public sealed record CauseLoss(
    [property: Key("failure"), OneOf(typeof(FailureKind))] string Failure,
    [property: Key("component")] string Component,
    [property: Key("fromMs")] double FromMs,
    [property: Key("untilMs")] double UntilMs,
    [property: Key("points")] int Points);

/// <summary>A run in points evenly apart: the first at StepMs. Lost: points of the service part so far.</summary>
/// <param name="Levels">Service level, 0–1.</param>
/// <param name="Moves">What was done, and of the team's own run also its alerts.</param>
[MessagePackObject]
public sealed record RunView(
    [property: Key("total")] int Total,
    [property: Key("stepMs")] double StepMs,
    [property: Key("levels")] double[] Levels,
    [property: Key("lost")] double[] Lost,
    [property: Key("moves")] EventView[] Moves);

/// <summary>The moment at which points began, or ceased, to be lost so fast.</summary>
/// <param name="Before">Points lost a minute just before it; After: just after it; Par: by par just after it.</param>
/// <param name="Causes">Which of the causes began then (from 0); Over: which were over then.</param>
/// <param name="Moves">What the team did just before it; ParMoves: what par did around it.</param>
[MessagePackObject]
public sealed record TurnView(
    [property: Key("timeMs")] double TimeMs,
    [property: Key("before")] double Before,
    [property: Key("after")] double After,
    [property: Key("par")] double Par,
    [property: Key("parLevel")] double ParLevel,
    [property: Key("causes")] int[] Causes,
    [property: Key("over")] int[] Over,
    [property: Key("moves")] EventView[] Moves,
    [property: Key("parMoves")] EventView[] ParMoves);

/// <summary>What par did and the team did not. Own and Par: points lost in the minute from then on.</summary>
[MessagePackObject]
public sealed record BetterView(
    [property: Key("move")] EventView Move,
    [property: Key("own")] double Own,
    [property: Key("par")] double Par);

/// <summary>From how many points on a medal is earned on this luck; Nothing: what doing nothing scores.</summary>
[MessagePackObject]
public sealed record MedalsView(
    [property: Key("gold")] int Gold,
    [property: Key("silver")] int Silver,
    [property: Key("bronze")] int Bronze,
    [property: Key("nothing")] int Nothing);

/// <summary>Others' results of the scenario's version. Median: 0 when there are none.</summary>
[MessagePackObject]
public sealed record OthersView(
    [property: Key("count")] int Count,
    [property: Key("median")] int Median);
