using OpsGame.Grains.Contracts;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Verification;

/// <summary>
/// The boards as everybody sees them. They are read once for all who open them within some seconds, and anew when an entry was
/// judged: a visitor must not cost what all entries of a board cost.
/// </summary>
internal sealed class Boards(
    IBoard board, IEvaluationStore evaluations, IGrainFactory grains, Auditing auditing, TimeProvider time)
{
    private const int Rows = 100;

    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(5);

    private readonly Shared<(string Scenario, int Version), BoardEntry[]> _drills = new(time, Lasts);
    private readonly Shared<(string Scenario, int Version), StrategyBoard> _strategies = new(time, Lasts);

    public Task<BoardEntry[]> Drills(Scenario scenario) =>
        _drills.Get((scenario.Id, scenario.Version), () => ReadDrills(scenario));

    public Task<StrategyBoard> Strategies(Scenario scenario, int version) =>
        _strategies.Get((scenario.Id, version), () => ReadStrategies(scenario, version));

    /// <summary>An entry of this scenario was judged.</summary>
    public void Changed(string scenario)
    {
        _drills.Drop(key => key.Scenario == scenario);
        _strategies.Drop(key => key.Scenario == scenario);
    }

    private async Task<BoardEntry[]> ReadDrills(Scenario scenario)
    {
        var results = await board.Best(scenario.Id, scenario.Version, Rows);
        foreach (var (drill, team) in results.Doubtful)
            await grains.GetGrain<IResultGrain>(new EstateKey(drill, team).ToString()).Verify();
        auditing.Ask(results.Best);
        return [.. results.Best.Select(CatalogueMapper.View)];
    }

    private async Task<StrategyBoard> ReadStrategies(Scenario scenario, int version)
    {
        var current = version == scenario.Version;
        if (current) await grains.GetGrain<ILabGrain>(0).Compare(scenario.Id);
        var results = await evaluations.Board(scenario.Id, version, current ? scenario.ContentHash : null, Rows);
        foreach (var id in results.Doubtful) await grains.GetGrain<IEvaluationGrain>(id).Doubt();
        return LabMapper.View(scenario.Id, version, results);
    }
}
