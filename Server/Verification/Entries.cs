using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Storage;

namespace OpsGame.Server.Verification;

/// <summary>Entries of this server's boards, whole: to download what a board may show, to verify whatever there is.</summary>
internal sealed class Entries(IEvaluationStore evaluations, IBoard board, IEstateLog log, IDbContextFactory<OpsGameDb> databases)
{
    /// <summary>A strategy's id, or drill/team; null: there is no such entry.</summary>
    public Task<IEntry?> Find(string id) => Find(id, onlyVerified: false);

    /// <summary>Only what was verified: a plan nobody put on a board is its author's, a drill broken off is no result.</summary>
    public Task<IEntry?> Shown(string id) => Find(id, onlyVerified: true);

    private Task<IEntry?> Find(string id, bool onlyVerified) =>
        id.Split('/') is [var drill, var team] ? Drill(drill, team, onlyVerified) : Strategy(id, onlyVerified);

    private async Task<IEntry?> Strategy(string id, bool onlyVerified)
    {
        if (await evaluations.Find(id) is not { } evaluation) return null;
        if (onlyVerified && evaluation.Verdict != Verdict.Verified) return null;
        return StrategyEntryFile.Of(
            evaluation, await ScenarioText(evaluation.ScenarioHash), await evaluations.Runs(id, chains: true));
    }

    private async Task<IEntry?> Drill(string drill, string team, bool onlyVerified)
    {
        if (await board.Find(drill, team) is not { Result: var result, Verdict: var verdict }) return null;
        if (onlyVerified && (verdict != Verdict.Verified || !result.Complete)) return null;
        if (onlyVerified && !await board.Audit(drill, team)) return null;
        var logged = await log.Read($"{drill}/{team}");
        return new DrillEntryFile(DrillEntryFile.Drill, result, await ScenarioText(result.ScenarioHash), logged.Entries);
    }

    private async Task<string> ScenarioText(string hash)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Scenarios.Where(row => row.Hash == hash).Select(row => row.Text).SingleAsync();
    }
}
