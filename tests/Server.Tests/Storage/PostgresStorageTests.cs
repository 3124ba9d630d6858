using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsGame.Grains.Storage;
using OpsGame.Server.Tests.Cluster;

namespace OpsGame.Server.Tests.Storage;

public sealed class PostgresStorageTests : StorageTests
{
    [Fact]
    public async Task AWriteTheDatabaseCannotReadDoesNotFailItsNeighbours()
    {
        var epoch = await Log.Claim("d/t1");
        var (bad, good) = (Log.Append("d/\0", 1, Entry(7, hash: 1)), Log.Append("d/t1", epoch, Entry(7, hash: 1)));
        await good;
        await Assert.ThrowsAsync<PostgresException>(() => bad);
        Assert.Single((await Log.Read("d/t1")).Entries);
    }

    [Fact]
    public async Task ConnectionsThatWereCutAreReplaced()
    {
        var epoch = await Log.Claim("d/t1");
        await Log.Append("d/t1", epoch, Entry(7, hash: 1));
        await using (var db = await Open())
            await db.Database.ExecuteSqlAsync(
                $"""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                """,
                Stop);
        // what comes first finds out that they are gone
        for (var attempt = 1; !await Takes(epoch); attempt++) Assert.InRange(attempt, 1, 10);
        Assert.Equal([7, 8], (await Log.Read("d/t1")).Entries.Select(entry => entry.Tick));
    }

    protected override async Task<string?> Server() => await Postgres.NewDatabase();

    private async Task<bool> Takes(long epoch)
    {
        try
        {
            await Log.Append("d/t1", epoch, Entry(8, hash: 2));
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }
}
