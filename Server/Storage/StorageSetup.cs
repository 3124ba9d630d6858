using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Storage;
using OpsGame.Server.Plans;
using OpsGame.Server.Verification;

namespace OpsGame.Server.Storage;

internal static class StorageSetup
{
    /// <summary>Stores and the log's writer. Register before the silo: it must still write while the grains go to sleep.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string file, string? plans = null)
    {
        services.AddPooledDbContextFactory<OpsGameDb>(options => Configure(options, file));
        services.AddSingleton<LogWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<LogWriter>());
        services.AddSingleton<IEstateLog, EstateLog>();
        services.AddSingleton<IDrillStore, DrillStore>();
        services.AddSingleton<IBoard, Board>();
        services.AddSingleton<IEvaluationStore, EvaluationStore>();
        services.AddSingleton<IPlanSource>(new PlanLibrary(plans ?? PlanLibrary.DefaultDirectory));
        services.AddSingleton<Seals>().AddSingleton<Entries>();
        services.AddSingleton<Crew>();
        services.AddDataProtection().PersistKeysToFileSystem(KeysBeside(file)).SetApplicationName("OpsGame");
        services.AddSingleton<IScenarioSource, ScenarioArchive>();
        return services;
    }

    /// <summary>Brings the database to this version's shape; write-ahead logging lets readers and the writer go side by side.</summary>
    public static async Task Migrate(this IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<OpsGameDb>>().CreateDbContextAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(db.Database.GetDbConnection().DataSource))!);
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
    }

    /// <summary>What is sealed in the database can be opened as long as these keys lie beside it.</summary>
    private static DirectoryInfo KeysBeside(string file) => new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "keys"));

    private static void Configure(DbContextOptionsBuilder options, string file) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file }.ToString())
        .AddInterceptors(new SqliteSettings());

    /// <summary>For the migrations tool only.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<OpsGameDb>
    {
        public OpsGameDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<OpsGameDb>().UseSqlite("Data Source=design-time.db").Options);
    }
}
