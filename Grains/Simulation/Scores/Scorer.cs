using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Scores;

/// <summary>Keeps the score of one estate: four parts, 0–1000, every point explained by a line.</summary>
/// <param name="addHints">Adds what the hints cost.</param>
internal sealed class Scorer(Scenario scenario, Action<List<ScoreLine>> addHints)
{
    private const long TicksAnHour = 3600 * Nanoseconds.TicksPerSecond;

    private readonly ResponseScore _response = new(scenario.Score);
    private readonly DeliveryScore _delivery = new(scenario);

    /// <summary>Price × ticks, so that money stays a whole number: nano-dollars an hour × ticks.</summary>
    private long _priceTicks;

    public ServiceScore Service { get; } = new(scenario);

    public long SpentNanoDollars => _priceTicks / TicksAnHour;

    public ScoreSheet Sheet { get; private set; } = new(0, []);

    public void Pay(long nanoDollarsPerHour) => _priceTicks += nanoDollarsPerHour;

    /// <summary>One simulated second.</summary>
    public void Score(
        OutcomeLedger ledger, IReadOnlyList<Alert> alerts, IReadOnlyList<RolloutState> rollouts,
        IReadOnlyList<ServerState> servers,
        IncidentDesk incidents, ImmutableArray<CauseSpec> causes, long nowNs)
    {
        Service.Add(ledger, nowNs);
        _response.Score(alerts, nowNs);
        _delivery.Score(rollouts, servers, Failed(ledger), nowNs);
        Sheet = Add(new Inquiry(incidents, causes, nowNs + Nanoseconds.PerSecond > scenario.DurationNs), nowNs);
    }

    private int Failed(OutcomeLedger ledger)
    {
        var failed = 0;
        for (var index = 0; index < scenario.Classes.Length; index++)
            if (scenario.Classes[index].Counts) failed += ledger.Failed(index);
        return failed;
    }

    private ScoreSheet Add(Inquiry inquiry, long nowNs)
    {
        var lines = new List<ScoreLine>();
        Service.AddLines(lines);
        AddCost(lines, nowNs);
        _response.AddLines(lines, scenario.Causes.IsEmpty && !scenario.IsDrawn ? null : inquiry, nowNs);
        _delivery.AddLines(lines);
        addHints(lines);
        if (lines.Sum(line => line.Points) is < 0 and var below)
            lines.Add(new ScoreLine(ScorePart.Hints, -below, ScoreCodes.Floor, []));
        return new ScoreSheet(lines.Sum(line => line.Points), [.. lines]);
    }

    /// <summary>Full points up to par, none from twice par on; during the drill par grows with the clock.</summary>
    private void AddCost(List<ScoreLine> lines, long nowNs)
    {
        var par = scenario.Score.ParNanoDollars * Math.Min(1, nowNs / (double)scenario.DurationNs);
        var share = par <= 0 ? 1 : Math.Clamp(2 - SpentNanoDollars / par, 0, 1);
        var points = (int)Math.Round(scenario.Score.Cost * share, MidpointRounding.AwayFromZero);
        lines.Add(new ScoreLine(ScorePart.Cost, points, points == scenario.Score.Cost ? ScoreCodes.Cost : ScoreCodes.CostOver,
            [Money(SpentNanoDollars), Money((long)par)]));
    }

    private static string Money(long nanoDollars) => (nanoDollars / 1e9).ToString("0.00", CultureInfo.InvariantCulture);
}
