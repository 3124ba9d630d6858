using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OpsGame.Server.Storage;

/// <summary>The embedded database: one file, for one server.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : OpsGameDb(options)
{
    /// <summary>Seconds a writer waits for its turn; drills wait meanwhile.</summary>
    private const int Patience = 5;

    /// <summary>
    /// Every connection waits for the disk at each commit (a power cut loses nothing) and for its turn to write.
    /// </summary>
    private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";

    internal static void Configure(DbContextOptionsBuilder options, string file) => options
        .UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = file }.ToString(),
            sqlite => sqlite.CommandTimeout(Patience)
                .ExecutionStrategy(dependencies => new StorageTrouble(dependencies.CurrentContext.Context)))
        .AddInterceptors(new Settings());

    /// <summary>A connection of one's own, for who knows its tables without the model.</summary>
    internal static SqliteConnection Connect(string file)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = Patience };
        var connection = new SqliteConnection(source.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>
    /// Whoever calls holds the file, so a migrations' lock that stands in it is nobody's: its owner was killed, and everybody
    /// would wait
    /// for it forever. Write-ahead logging lets readers and the writer go side by side.
    /// </summary>
    internal static async Task Migrate(OpsGameDb db)
    {
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
    }

    private sealed class Settings : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>For the migrations tool only.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteDb>
    {
        public SqliteDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design-time.db").Options);
    }
}
