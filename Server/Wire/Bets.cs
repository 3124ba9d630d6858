using MessagePack;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Bets;

namespace OpsGame.Server.Wire;

/// <summary>A question about what will happen.</summary>
/// <param name="Answers">Answer 1 first.</param>
/// <param name="Placed">Everybody's; what others chose is nobody's business before bets are closed.</param>
/// <param name="Outcome">Null: nothing has decided yet.</param>
/// <param name="Idea">The page of Learn that explains it; null: none.</param>
[MessagePackObject]
public sealed record BetView(
    [property: Key("question")] Text Question,
    [property: Key("answers")] Text[] Answers,
    [property: Key("stage"), OneOf(typeof(BetStage), But = "waiting")] string Stage,
    [property: Key("untilMs")] double UntilMs,
    [property: Key("placed")] PlacedBetView[] Placed,
    [property: Key("outcome")] BetOutcomeView? Outcome,
    [property: Key("idea")] string? Idea);

/// <summary>Somebody's bet. Answer: from 1.</summary>
[MessagePackObject]
public sealed record PlacedBetView([property: Key("by")] string By, [property: Key("answer")] int Answer);

/// <summary>What happened. Answer: from 1. Told: the alert that decided; null: none of what was asked about happened.</summary>
[MessagePackObject]
public sealed record BetOutcomeView(
    [property: Key("answer")] int Answer,
    [property: Key("told")] Phrase? Told,
    [property: Key("atMs")] double AtMs);
