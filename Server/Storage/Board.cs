using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Estates;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Storage;

namespace OpsGame.Server.Storage;

internal sealed class Board(IDbContextFactory<OpsGameDb> databases, Seals seals) : IBoard
{
    private static readonly string Waiting = nameof(Verdict.Pending);
    private static readonly string Shown = nameof(Verdict.Verified);

    public async Task Keep(ImmutableArray<BoardResult> results)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var result in results)
        {
            await db.Board.Where(row => row.Drill == result.Drill && row.Team == result.Team).ExecuteDeleteAsync();
            db.Board.Add(new BoardRow
            {
                Drill = result.Drill,
                Team = result.Team,
                Scenario = result.Scenario,
                ScenarioVersion = result.ScenarioVersion,
                Score = result.Score,
                SpentNanoDollars = result.SpentNanoDollars,
                Record = Json.Write(result),
                Verdict = result.Complete ? Waiting : nameof(Verdict.None),
                Seal = "",
                LogDigest = "",
            });
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    public async Task Judge(string drill, string team, Verdict verdict)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Board.SingleOrDefaultAsync(each => each.Drill == drill && each.Team == team) is not { } row) return;
        row.Verdict = verdict.ToString();
        // the columns are there to be searched: what counts is the record that was verified
        var result = Json.Read<BoardResult>(row.Record);
        (row.Score, row.SpentNanoDollars) = (result.Score, result.SpentNanoDollars);
        var estate = EstateOf(row);
        var log = await db.Log.AsNoTracking().Where(entry => entry.Estate == estate).ToListAsync();
        row.Seal = verdict == Verdict.Verified ? seals.Put(Seals.ContentOf(row, log)) : "";
        await db.SaveChangesAsync();
    }

    public async Task<JudgedResult?> Find(string drill, string team)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.Board.AsNoTracking().SingleOrDefaultAsync(each => each.Drill == drill && each.Team == team);
        return row is null ? null : new JudgedResult(Json.Read<BoardResult>(row.Record), Enum.Parse<Verdict>(row.Verdict));
    }

    public async Task<ImmutableArray<(string Drill, string Team)>> Pending()
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db.Board.Where(row => row.Verdict == Waiting).Select(row => new { row.Drill, row.Team }).ToListAsync();
        return [.. rows.Select(row => (row.Drill, row.Team))];
    }

    public async Task<BoardResults> Best(string scenario, int version, int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db.Board.AsNoTracking()
            .Where(row => row.Scenario == scenario && row.ScenarioVersion == version && row.Verdict == Shown)
            .OrderByDescending(row => row.Score).ThenBy(row => row.SpentNanoDollars).ThenBy(row => row.Drill).ThenBy(row => row.Team)
            .Take(count).ToListAsync();
        var estates = rows.Select(EstateOf).ToList();
        var logs = (await db.Log.AsNoTracking().Where(entry => estates.Contains(entry.Estate)).ToListAsync()).ToLookup(entry => entry.Estate);
        var broken = rows.Where(row => !seals.Holds(Seals.ContentOf(row, logs[EstateOf(row)]), row.Seal)).ToList();
        foreach (var row in broken)
            await db.Board.Where(each => each.Drill == row.Drill && each.Team == row.Team)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Verdict, Waiting).SetProperty(each => each.Seal, ""));
        return new BoardResults(
            [.. rows.Except(broken).Select(row => Json.Read<BoardResult>(row.Record))], [.. broken.Select(row => (row.Drill, row.Team))]);
    }

    private static string EstateOf(BoardRow row) => new EstateKey(row.Drill, row.Team).ToString();
}
