using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OpsGame.Server.Storage;

/// <summary>
/// The database that several servers share. Beside what the embedded one has: the keys with which any of them opens what another sealed,
/// and the tables by which Orleans keeps the cluster.
/// </summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : OpsGameDb(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal static void Configure(DbContextOptionsBuilder options, string connection) => options.UseNpgsql(connection);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<DataProtectionKey>().ToTable("keys");
    }

    /// <summary>For the migrations tool only.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<PostgresDb>
    {
        public PostgresDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=design-time").Options);
    }
}
