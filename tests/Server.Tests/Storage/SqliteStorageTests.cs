using Microsoft.EntityFrameworkCore;

namespace OpsGame.Server.Tests.Storage;

public sealed class SqliteStorageTests : StorageTests
{
    [Fact]
    public async Task EveryCommitWaitsForTheDiskAndReadersDoNotWaitForTheWriter()
    {
        await using var db = await Open();
        Assert.Equal("wal", (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(Stop)).Single());
        Assert.Equal(2, (await db.Database.SqlQueryRaw<int>("PRAGMA synchronous").ToListAsync(Stop)).Single());
    }

    protected override Task<string?> Server() => Task.FromResult<string?>(null);
}
