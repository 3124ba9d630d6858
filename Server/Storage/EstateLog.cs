using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Commands;

namespace OpsGame.Server.Storage;

internal sealed class EstateLog(LogWriter writer, IDbContextFactory<OpsGameDb> databases) : IEstateLog
{
    public Task Append(string estate, LogEntry entry) => writer.Append(new LogRow
    {
        Estate = estate,
        Tick = entry.Tick,
        Commands = Json.Write(entry.Commands),
        PreviousHash = Json.Hex(entry.PreviousHash),
    });

    public Task Mark(string estate, ProgressMark mark) => writer.Mark(new ProgressRow
    {
        Estate = estate,
        Tick = mark.Tick,
        Hash = Json.Hex(mark.Hash),
        Epoch = 0,
        Logged = 0,
    });

    public async Task<LoggedEstate> Read(string estate)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db.Log.AsNoTracking().Where(row => row.Estate == estate).OrderBy(row => row.Tick).ToListAsync();
        var mark = await db.Progress.AsNoTracking().SingleOrDefaultAsync(row => row.Estate == estate);
        return new LoggedEstate(
            [.. rows.Select(row => new LogEntry(row.Tick, Commands(row.Commands), Json.Hash(row.PreviousHash)))],
            mark is null ? null : new ProgressMark(mark.Tick, Json.Hash(mark.Hash)));
    }

    private static ImmutableArray<Command> Commands(string json) =>
        [.. Json.Read<Command[]>(json).Select(command => command with { Args = command.Args.WithComparers(StringComparer.Ordinal) })];
}
