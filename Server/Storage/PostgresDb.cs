using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace OpsGame.Server.Storage;

/// <summary>
/// The database that several servers share. Beside what the embedded one has: the keys with which any of them opens what another
/// sealed,
/// and the tables by which Orleans keeps the cluster.
/// </summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : OpsGameDb(options), IDataProtectionKeyContext
{
    /// <summary>Key of the lock under which this game changes the database's shape; any number nobody else here uses.</summary>
    private const long Turn = 0x6F70_7367_616D_65;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal static void Configure(DbContextOptionsBuilder options, string connection) => options.UseNpgsql(
        connection,
        postgres => postgres.ExecutionStrategy(dependencies => new StorageTrouble(dependencies.CurrentContext.Context)));

    /// <summary>One server after another: they may all be started at once, on a database that is not there yet.</summary>
    internal static async Task Migrate(OpsGameDb db, ILogger logger)
    {
        await Create(db.GetService<IRelationalDatabaseCreator>());
        await db.Database.OpenConnectionAsync();
        var turns = await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({Turn})").ToListAsync();
        if (!turns.Single()) await WaitForTurn(db, logger);
        try
        {
            await db.Database.MigrateAsync();
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Turn})");
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// PostgreSQL lets go of the lock when the other server's connection ends, so this is as long as its migration at most.
    /// </summary>
    private static async Task WaitForTurn(OpsGameDb db, ILogger logger)
    {
        logger.LogWarning("Another server is changing the database's shape; waiting until it has done so");
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Turn})");
        db.Database.SetCommandTimeout(usual);
    }

    private static async Task Create(IRelationalDatabaseCreator databases)
    {
        if (await databases.ExistsAsync()) return;
        try
        {
            await databases.CreateAsync();
        }
        catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.DuplicateDatabase
            or PostgresErrorCodes.UniqueViolation)
        {
            // another server was faster
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<DataProtectionKey>().ToTable("keys");
    }

    /// <summary>For the migrations tool only.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<PostgresDb>
    {
        public PostgresDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=design-time").Options);
    }
}
