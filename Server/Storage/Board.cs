using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Storage;

namespace OpsGame.Server.Storage;

internal sealed class Board(IDbContextFactory<OpsGameDb> databases) : IBoard
{
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
                Record = Json.Write(result),
            });
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    public async Task<ImmutableArray<BoardResult>> Best(string scenario, int version, int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        var records = await db.Board.Where(row => row.Scenario == scenario && row.ScenarioVersion == version)
            .OrderByDescending(row => row.Score).ThenBy(row => row.Drill).ThenBy(row => row.Team)
            .Select(row => row.Record).Take(count).ToListAsync();
        return [.. records.Select(Json.Read<BoardResult>)];
    }
}
