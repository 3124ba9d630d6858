using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Storage;
using OpsGame.Server.Storage;

namespace OpsGame.Server.Verification;

/// <summary>Entries of this server's boards, whole: for download and for verification.</summary>
internal sealed class Entries(IEvaluationStore evaluations, IBoard board, IEstateLog log, IDbContextFactory<OpsGameDb> databases)
{
    /// <summary>A strategy's id, or drill/team; null: there is no such entry.</summary>
    public async Task<IEntry?> Find(string id) =>
        id.Split('/') is [var drill, var team] ? await Drill(drill, team) : await Strategy(id);

    private async Task<IEntry?> Strategy(string id)
    {
        if (await evaluations.Find(id) is not { } evaluation) return null;
        return StrategyEntryFile.Of(evaluation, await ScenarioText(evaluation.ScenarioHash), await evaluations.Runs(id, chains: true));
    }

    private async Task<IEntry?> Drill(string drill, string team)
    {
        if (await board.Find(drill, team) is not { Result: var result }) return null;
        var logged = await log.Read($"{drill}/{team}");
        return new DrillEntryFile(DrillEntryFile.Drill, result, await ScenarioText(result.ScenarioHash), logged.Entries);
    }

    private async Task<string> ScenarioText(string hash)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Scenarios.Where(row => row.Hash == hash).Select(row => row.Text).SingleAsync();
    }
}
