using OpsGame.Server.Formats;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Bets;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Wire;

/// <summary>A team's bets → what its people see of them.</summary>
internal static class BetMapper
{
    /// <summary>Null: nobody is asked yet, or at all.</summary>
    public static BetView? View(BetState bets, BetSpec? spec) =>
        spec is null || bets.Stage == BetStage.Waiting ? null : Asked(bets, spec);

    private static BetView Asked(BetState bets, BetSpec spec) => new(
        CatalogueMapper.View(spec.Question), [.. spec.Answers.Select(answer => CatalogueMapper.View(answer.Text))],
        Kebab.Of(bets.Stage), Ms(spec.UntilNs), [.. bets.Placed.Select(bet => new PlacedBetView(bet.By, bet.Answer))],
        bets.Outcome is { } outcome ? View(outcome) : null, spec.Idea.Length == 0 ? null : spec.Idea);

    private static BetOutcomeView View(BetOutcome outcome) => new(
        outcome.Answer, outcome.Alert.Length == 0 ? null : Phrase.Of(outcome.Alert, outcome.Args), Ms(outcome.AtNs));
}
