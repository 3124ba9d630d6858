using OpsGame.Server.Tests.Cluster;

namespace OpsGame.Server.Tests.Storage;

public sealed class PostgresStorageTests : StorageTests
{
    protected override async Task<string?> Server() => await Postgres.NewDatabase();
}
