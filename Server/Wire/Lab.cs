using MessagePack;
using OpsGame.Grains.Records;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Wire;

/// <summary>What the strategy lab offers for a scenario.</summary>
/// <param name="Templates">The library's plans, to begin from.</param>
/// <param name="Seeds">How many seeds a plan is played with: 1 … Seeds.</param>
/// <param name="PlanBytes">The longest plan, in bytes of UTF-8.</param>
/// <param name="Actions">What a plan may do in this scenario, with its sizes and versions filled in.</param>
/// <param name="Targets">Ids of the scenario's components, by kind of target.</param>
[MessagePackObject]
public sealed record LabView(
    [property: Key("scenario")] string Scenario,
    [property: Key("scenarioVersion")] int ScenarioVersion,
    [property: Key("engine")] string Engine,
    [property: Key("seeds")] int Seeds,
    [property: Key("planBytes")] int PlanBytes,
    [property: Key("templates")] PlanTemplate[] Templates,
    [property: Key("actions")] ActionSpec[] Actions,
    [property: Key("targets")] Dictionary<string, string[]> Targets);

/// <summary>A plan of the library. Kind: nothing, par or tempting; in the comparison the strategy.</summary>
[MessagePackObject]
public sealed record PlanTemplate(
    [property: Key("kind")] string Kind,
    [property: Key("title")] Text Title,
    [property: Key("text")] string Text);

/// <summary>One mistake in a plan and where it stands (line and column from 1).</summary>
[MessagePackObject]
public sealed record PlanProblem(
    [property: Key("line")] int Line,
    [property: Key("column")] int Column,
    [property: Key("code")] string Code,
    [property: Key("text")] Text Text);

/// <summary>A plan that was read. No refusal and no problems: it can be played.</summary>
[MessagePackObject]
public sealed record PlanCheck(
    [property: Key("refusal")] Refusal? Refusal,
    [property: Key("problems")] PlanProblem[] Problems);

/// <summary>
/// A plan that was accepted, or why it was not. Keep <paramref name="Token"/>: only who has it may submit the evaluation.
/// </summary>
[MessagePackObject]
public sealed record EvaluationAnswer(
    [property: Key("id")] string Id,
    [property: Key("token")] string Token,
    [property: Key("refusal")] Refusal? Refusal,
    [property: Key("problems")] PlanProblem[] Problems);

/// <summary>Put a finished evaluation on its board.</summary>
/// <param name="Name">1–40 characters: letters, digits, spaces and - _ . ' ( ).</param>
[MessagePackObject]
public sealed record SubmitStrategy(
    [property: Key("id")] string Id,
    [property: Key("token")] string Token,
    [property: Key("name")] string Name);

/// <summary>A plan played over many seeds, as it stands: sent whole whenever a seed is finished.</summary>
/// <param name="House">nothing, par or tempting, in the comparison the strategy; empty: somebody's own.</param>
/// <param name="Rows">Finished seeds.</param>
/// <param name="Totals">Over the finished seeds; null before the first.</param>
/// <param name="Checked">Seeds a verification has played again.</param>
/// <param name="Finding">Why it failed or was refused; as a rule empty.</param>
[MessagePackObject]
public sealed record EvaluationView(
    [property: Key("id")] string Id,
    [property: Key("scenario")] string Scenario,
    [property: Key("scenarioVersion")] int ScenarioVersion,
    [property: Key("engine")] string Engine,
    [property: Key("title")] Text Title,
    [property: Key("house")] string House,
    [property: Key("status"), OneOf(typeof(EvaluationStatus))] string Status,
    [property: Key("seeds")] int Seeds,
    [property: Key("rows")] SeedRow[] Rows,
    [property: Key("totals")] Totals? Totals,
    [property: Key("name")] string Name,
    [property: Key("verdict"), OneOf(typeof(Verdict))] string Verdict,
    [property: Key("checked")] int Checked,
    [property: Key("finding")] string Finding);

/// <summary>
/// One seed. Failed: requests; Spent: dollars; RolloutSeconds: while a version was on its way, pauses included; Given, Refused:
/// the plan's commands.
/// </summary>
[MessagePackObject]
public sealed record SeedRow(
    [property: Key("seed")] int Seed,
    [property: Key("score")] int Score,
    [property: Key("failed")] long Failed,
    [property: Key("spent")] double Spent,
    [property: Key("rolloutSeconds")] double RolloutSeconds,
    [property: Key("given")] int Given,
    [property: Key("refused")] int Refused);

/// <summary>Means over the seeds with their 95 % intervals.</summary>
[MessagePackObject]
public sealed record Totals(
    [property: Key("score")] IntervalView Score,
    [property: Key("failed")] IntervalView Failed,
    [property: Key("spent")] IntervalView Spent,
    [property: Key("rolloutSeconds")] IntervalView RolloutSeconds);

/// <summary>A mean and where the true mean lies with 95 % confidence; of one value all three are the same.</summary>
[MessagePackObject]
public sealed record IntervalView(
    [property: Key("mean")] double Mean,
    [property: Key("low")] double Low,
    [property: Key("high")] double High);

/// <summary>A scenario's board of strategies, best mean first, ties by cost. Every entry is verified.</summary>
/// <param name="Versions">Of the scenario, that have entries; newest first.</param>
[MessagePackObject]
public sealed record StrategyBoard(
    [property: Key("scenario")] string Scenario,
    [property: Key("scenarioVersion")] int ScenarioVersion,
    [property: Key("versions")] int[] Versions,
    [property: Key("entries")] StrategyEntry[] Entries);

/// <summary>One strategy. Name: as submitted; empty for the house's (then House says which).</summary>
/// <param name="Scores">Of the seeds, in their order.</param>
[MessagePackObject]
public sealed record StrategyEntry(
    [property: Key("id")] string Id,
    [property: Key("name")] string Name,
    [property: Key("house")] string House,
    [property: Key("title")] Text Title,
    [property: Key("totals")] Totals Totals,
    [property: Key("scores")] int[] Scores,
    [property: Key("engine")] string Engine,
    [property: Key("submittedAt")] string SubmittedAt);
