using System.Collections.Immutable;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Formats;
using OpsGame.Server.Texts;
using OpsGame.Simulation;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Bets;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Hints;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;
using Statistics = OpsGame.Server.Runs.Interval;

namespace OpsGame.Server.Wire;

/// <summary>Plans, evaluations and boards of strategies → what the client shows of them.</summary>
internal sealed class LabMapper(TextCatalogue texts, IPlanSource plans)
{
    public LabView View(Scenario scenario)
    {
        var start = new World(scenario, seed: 0);
        return new LabView(
            scenario.Id, scenario.Version, EngineVersion.Text, LabLimits.Seeds, LabLimits.PlanBytes,
            [.. plans.House(scenario)
                .Select(plan => new PlanTemplate(plan.Kind, View(plans.Read(plan.Text, scenario).Title), plan.Text))],
            CatalogueMapper.Actions(scenario, start), Targets(start));
    }

    /// <summary>Problems the catalogue knows in both languages are told so; the reader's own in English, named in both.</summary>
    public PlanProblem View(Problem problem) => new(
        problem.Line, problem.Column, problem.Code,
        problem.Text ?? new Text(problem.Message, $"{Named(problem.Code)} ({problem.Message})"));

    private string Named(string code) =>
        texts.Codes.Contains("problem-" + code) ? texts.Of("problem-" + code).Ko : texts.Of("problem-other").Ko;

    public static EvaluationView View(EvaluationNews news)
    {
        var evaluation = news.Evaluation;
        return new EvaluationView(
            evaluation.Id, evaluation.Scenario, evaluation.ScenarioVersion, evaluation.Engine, View(evaluation.Title),
            evaluation.House,
            Kebab.Of(evaluation.Status), LabLimits.Seeds, [.. news.Runs.Select(View)], news.Runs.IsEmpty ? null : Over(news.Runs),
            evaluation.Name, Kebab.Of(evaluation.Verdict), news.Checked, evaluation.Finding);
    }

    public static StrategyBoard View(string scenario, int version, StrategyResults results) => new(
        scenario, version, [.. results.Versions.Append(version).Distinct().OrderDescending()],
        [
            .. results.Entries.Where(entry => !entry.Runs.IsEmpty)
                .Select(entry => View(entry.Evaluation, entry.Runs))
                .OrderByDescending(entry => entry.Totals.Score.Mean).ThenBy(entry => entry.Totals.Spent.Mean)
                .ThenBy(entry => entry.SubmittedAt, StringComparer.Ordinal).ThenBy(entry => entry.Id, StringComparer.Ordinal),
        ]);

    private static StrategyEntry View(Evaluation evaluation, ImmutableArray<SeedRun> runs) => new(
        evaluation.Id, evaluation.Name, evaluation.House, View(evaluation.Title), Over(runs), [.. runs.Select(run => run.Score)],
        evaluation.Engine, RoomMapper.Moment(evaluation.SubmittedAt ?? evaluation.CreatedAt));

    private static SeedRow View(SeedRun run) => new(
        (int)run.Seed, run.Score, run.Failed, Dollars(run.SpentNanoDollars), Seconds(run.RolloutNs), run.Given, run.Refused);

    private static Totals Over(ImmutableArray<SeedRun> runs) => new(
        Of(runs, run => run.Score), Of(runs, run => run.Failed), Of(runs, run => Dollars(run.SpentNanoDollars)),
        Of(runs, run => Seconds(run.RolloutNs)));

    private static IntervalView Of(ImmutableArray<SeedRun> runs, Func<SeedRun, double> value)
    {
        var interval = Statistics.Of([.. runs.Select(value)]);
        return new IntervalView(
            Round(interval.Mean), Round(interval.Low ?? interval.Mean), Round(interval.High ?? interval.Mean));
    }

    private static double Round(double value) => Math.Round(value, 4);

    private static Dictionary<string, string[]> Targets(World world) => new(
        KindTable.All.Select(kind => KeyValuePair.Create(kind.Id.Name, world.IdsOf(kind).ToArray())), StringComparer.Ordinal)
    {
        [UsersState.Kind.Name] = [World.Users],
        [HintBook.Kind.Name] = [World.Hints],
        [BetBook.Kind.Name] = [World.Bets],
        [Alert.Kind.Name] = [PlanStep.Alert],
        [IncidentDesk.Kind.Name] = [World.Incident],
    };

    private static Text View(LocalText text) => new(text.En, text.Ko);
}
