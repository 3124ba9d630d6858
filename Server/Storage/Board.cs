using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;

namespace OpsGame.Server.Storage;

internal sealed class Board(IDbContextFactory<OpsGameDb> databases, Seals seals) : IBoard
{
    private static readonly string Waiting = nameof(Verdict.Pending);
    private static readonly string Shown = nameof(Verdict.Verified);
    private static readonly string Finished = nameof(DrillStatus.Finished);

    public async Task Keep(ImmutableArray<BoardResult> results)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var drill in results.Select(result => result.Drill).Distinct()) await Hold(db, drill);
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
        var isVerified = verdict == Verdict.Verified;
        row.LogDigest = isVerified ? await DigestLog(db, row) : "";
        row.Seal = isVerified ? seals.Put(Seals.ContentOf(row)) : "";
        await db.SaveChangesAsync();
    }

    public async Task<bool> Audit(string drill, string team)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.Board.AsNoTracking().SingleOrDefaultAsync(each => each.Drill == drill && each.Team == team);
        if (row?.Verdict != Shown) return true;
        if (seals.Holds(Seals.ContentOf(row), row.Seal) && await DigestLog(db, row) == row.LogDigest) return true;
        await Doubt(db, row);
        return false;
    }

    public async Task<(string Drill, string Team)?> Following(string drill, string team)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await First(each => each.Drill == drill && string.Compare(each.Team, team) > 0)
            ?? await First(each => string.Compare(each.Drill, drill) > 0);

        async Task<(string, string)?> First(Expression<Func<BoardRow, bool>> later) =>
            await db.Board.Where(row => row.Verdict == Shown).Where(later).OrderBy(row => row.Drill).ThenBy(row => row.Team)
                .Select(row => new { row.Drill, row.Team }).FirstOrDefaultAsync() is { } next ? (next.Drill, next.Team) : null;
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
            .OrderByDescending(row => row.Score).ThenBy(row => row.SpentNanoDollars).ThenBy(row => row.Drill)
            .ThenBy(row => row.Team)
            .Take(count).ToListAsync();
        var broken = rows.Where(row => !seals.Holds(Seals.ContentOf(row), row.Seal)).ToList();
        foreach (var row in broken) await Doubt(db, row);
        return new BoardResults(
            [.. rows.Except(broken).Select(row => Json.Read<BoardResult>(row.Record))],
            [.. broken.Select(row => (row.Drill, row.Team))]);
    }

    /// <summary>
    /// Locks the drill's row until the commit: whoever finishes it meanwhile comes later, and whoever finished it is seen.
    /// </summary>
    private static async Task Hold(OpsGameDb db, string drill)
    {
        var kept = db.Drills.Where(row => row.Id == drill);
        await kept.ExecuteUpdateAsync(set => set.SetProperty(row => row.Revision, row => row.Revision));
        if (await kept.AnyAsync(row => row.Status == Finished)) throw new SupersededException($"Drill {drill}");
    }

    /// <summary>Unless it was judged anew meanwhile.</summary>
    private static async Task Doubt(OpsGameDb db, BoardRow row) => await db.Board
        .Where(each => each.Drill == row.Drill && each.Team == row.Team && each.Verdict == Shown && each.Seal == row.Seal)
        .ExecuteUpdateAsync(set => set.SetProperty(each => each.Verdict, Waiting).SetProperty(each => each.Seal, ""));

    /// <summary>An entry at a time: a log may be large.</summary>
    private static Task<string> DigestLog(OpsGameDb db, BoardRow row)
    {
        var estate = new EstateKey(row.Drill, row.Team).ToString();
        var log = db.Log.AsNoTracking().Where(entry => entry.Estate == estate).OrderBy(entry => entry.Tick);
        return Seals.DigestOf(log.AsAsyncEnumerable());
    }
}
