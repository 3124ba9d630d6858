using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;

namespace OpsGame.Server.Storage;

internal sealed class DrillStore(IDbContextFactory<OpsGameDb> databases) : IDrillStore
{
    private static readonly string Finished = nameof(DrillStatus.Finished);

    /// <summary>Named one by one: the index finds them among many that are finished.</summary>
    private static readonly string[] Unfinished = [.. Enum.GetNames<DrillStatus>().Where(status => status != Finished)];

    public async Task Save(DrillRecord drill)
    {
        await using var db = await databases.CreateDbContextAsync();
        var (status, record) = (drill.Status.ToString(), Json.Write(drill));
        var (revision, before) = (drill.Revision, drill.Revision - 1);
        var updated = await db.Drills.Where(row => row.Id == drill.Id && row.Revision == before).ExecuteUpdateAsync(row => row
            .SetProperty(each => each.Status, status).SetProperty(each => each.Address, drill.Address)
            .SetProperty(each => each.Record, record).SetProperty(each => each.Revision, revision));
        if (updated == 1) return;
        if (await db.Drills.Where(row => row.Id == drill.Id).Select(row => row.Record).SingleOrDefaultAsync() is { } kept)
        {
            // the same again: its first attempt was kept, though nobody heard of it
            if (kept == record) return;
            throw new SupersededException($"Drill {drill.Id}");
        }

        if (before > 0) throw new SupersededException($"Drill {drill.Id}, which was deleted");
        db.Drills.Add(new DrillRow
        {
            Id = drill.Id,
            Code = drill.Code,
            Status = status,
            CreatedAtMs = drill.CreatedAt.ToUnixTimeMilliseconds(),
            Revision = revision,
            Address = drill.Address,
            Estates = drill.Teams.Length,
            Record = record,
        });
        await db.SaveChangesAsync();
    }

    public async Task<DrillRecord?> Find(string drill)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Drills.Where(row => row.Id == drill).Select(row => row.Record).SingleOrDefaultAsync() is { } record
            ? Json.Read<DrillRecord>(record)
            : null;
    }

    public async Task<string?> FindByCode(string code)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Drills.Where(row => row.Code == code).Select(row => row.Id).SingleOrDefaultAsync();
    }

    public async Task<ImmutableArray<DrillRecord>> Live()
    {
        await using var db = await databases.CreateDbContextAsync();
        var records = await db.Drills.Where(row => row.Status != Finished).Select(row => row.Record).ToListAsync();
        return [.. records.Select(Json.Read<DrillRecord>)];
    }

    public async Task<(int All, int OfAddress)> CountEstates(string address)
    {
        await using var db = await databases.CreateDbContextAsync();
        var live = db.Drills.Where(row => Unfinished.Contains(row.Status));
        var here = live.Where(row => row.Address == address);
        return (await live.SumAsync(row => row.Estates), await here.SumAsync(row => row.Estates));
    }

    public async Task Forget(string drill, long revision)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Drills.Where(row => row.Id == drill && row.Revision == revision).ExecuteDeleteAsync() == 1) return;
        if (await db.Drills.AnyAsync(row => row.Id == drill)) throw new SupersededException($"Drill {drill}");
    }

    public async Task<ImmutableArray<string>> Over(DateTimeOffset before, int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        var beforeMs = before.ToUnixTimeMilliseconds();
        // Whatever was over by then was also opened by then, which is what the index knows.
        var records = await db.Drills.Where(row => row.Status == Finished && row.CreatedAtMs < beforeMs)
            .OrderBy(row => row.CreatedAtMs).Select(row => row.Record).Take(count).ToListAsync();
        return [.. records.Select(Json.Read<DrillRecord>).Where(drill => drill.FinishedAt < before).Select(drill => drill.Id)];
    }

    public async Task Delete(DrillRecord drill)
    {
        await using var db = await databases.CreateDbContextAsync();
        // A statement a transaction: live drills, which wait for the same file, wait for none of them long.
        await db.Board.Where(row => row.Drill == drill.Id).ExecuteDeleteAsync();
        foreach (var estate in drill.Teams.Select(team => new EstateKey(drill.Id, team.Id).ToString()))
        {
            await db.Log.Where(row => row.Estate == estate).ExecuteDeleteAsync();
            await db.Progress.Where(row => row.Estate == estate).ExecuteDeleteAsync();
        }

        await db.Drills.Where(row => row.Id == drill.Id && row.Status == Finished).ExecuteDeleteAsync();
    }

    public async Task Rename(DrillRecord drill, ImmutableArray<RenamedEstate> estates)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (record, revision, before) = (Json.Write(drill), drill.Revision, drill.Revision - 1);
        var kept = await db.Drills.Where(row => row.Id == drill.Id && row.Revision == before && row.Status == Finished)
            .ExecuteUpdateAsync(row => row
                .SetProperty(each => each.Record, record).SetProperty(each => each.Revision, revision));
        if (kept == 0) throw new SupersededException($"Drill {drill.Id}");
        foreach (var estate in estates) await Rename(db, estate);
        await transaction.CommitAsync();
    }

    private static async Task Rename(OpsGameDb db, RenamedEstate estate)
    {
        var key = estate.Key.ToString();
        foreach (var entry in estate.Logged.Entries)
        {
            var (commands, hash) = (Json.Write(entry.Commands), Json.Hex(entry.PreviousHash));
            await db.Log.Where(row => row.Estate == key && row.Tick == entry.Tick).ExecuteUpdateAsync(row => row
                .SetProperty(each => each.Commands, commands).SetProperty(each => each.PreviousHash, hash));
        }

        if (estate.Logged.Mark is { } mark)
        {
            var hash = Json.Hex(mark.Hash);
            await db.Progress.Where(row => row.Estate == key && row.Tick == mark.Tick)
                .ExecuteUpdateAsync(row => row.SetProperty(each => each.Hash, hash));
        }

        if (estate.Result is not { } result) return;
        var (record, pending) = (Json.Write(result), nameof(Verdict.Pending));
        var none = nameof(Verdict.None);
        await db.Board.Where(row => row.Drill == result.Drill && row.Team == result.Team).ExecuteUpdateAsync(row => row
            .SetProperty(each => each.Record, record)
            .SetProperty(each => each.Verdict, each => each.Verdict == none ? none : pending)
            .SetProperty(each => each.Seal, "").SetProperty(each => each.LogDigest, ""));
    }

    public async Task<ImmutableArray<DrillRecord>> Newest(int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        var records =
            await db.Drills.OrderByDescending(row => row.CreatedAtMs).Select(row => row.Record).Take(count).ToListAsync();
        return [.. records.Select(Json.Read<DrillRecord>)];
    }
}
