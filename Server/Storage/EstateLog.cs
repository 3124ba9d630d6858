using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Storage;

internal sealed class EstateLog(LogWriter writer, IDbContextFactory<OpsGameDb> databases) : IEstateLog
{
    public async Task<long> Claim(string estate)
    {
        await using var db = await databases.CreateDbContextAsync();
        var none = Json.Hex(0);
        // What SQL gives back is read as it is: composed over, it would be a part of a query.
        var claimed = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO estate_progress ("Estate", "Tick", "Hash", "Reach", "Epoch", "Logged")
            VALUES ({estate}, 0, {none}, 0, 1, 0)
            ON CONFLICT ("Estate") DO UPDATE SET "Epoch" = estate_progress."Epoch" + 1
            RETURNING "Epoch" AS "Value"
            """).ToListAsync();
        return claimed.Single();
    }

    public Task Append(string estate, long epoch, LogEntry entry) => writer.Append(epoch, new LogRow
    {
        Estate = estate,
        Tick = entry.Tick,
        Commands = Json.Write(entry.Commands),
        PreviousHash = Json.Hex(entry.PreviousHash),
    });

    public Task Mark(string estate, long epoch, ProgressMark mark, bool canWait = false) => writer.Mark(
        new ProgressRow
        {
            Estate = estate,
            Tick = mark.Tick,
            Hash = Json.Hex(mark.Hash),
            Reach = mark.Reach,
            Epoch = epoch,
            Logged = 0,
        },
        canWait);

    public async Task<LoggedEstate> Read(string estate)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db.Log.AsNoTracking().Where(row => row.Estate == estate).OrderBy(row => row.Tick).ToListAsync();
        var mark = await db.Progress.AsNoTracking().SingleOrDefaultAsync(row => row.Estate == estate);
        return new LoggedEstate(
            [.. rows.Select(row => new LogEntry(row.Tick, Commands(row.Commands), Json.Hash(row.PreviousHash)))],
            mark is null or { Tick: 0, Reach: 0 }
                ? null
                : new ProgressMark(mark.Tick, Json.Hash(mark.Hash), Math.Max(mark.Tick, mark.Reach)),
            mark?.Epoch ?? 0);
    }

    private static ImmutableArray<Command> Commands(string json) =>
        [.. Json.Read<Command[]>(json)
            .Select(command => command with { Args = command.Args.WithComparers(StringComparer.Ordinal) })];
}
