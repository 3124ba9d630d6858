using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsGame.Grains;
using OpsGame.Grains.Estates;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Storage;
using OpsGame.Server.Plans;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Storage;

internal static class StorageSetup
{
    /// <summary>
    /// Stores and the log's writer. Register before the silo: it must still write while the grains go to sleep.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Places places, string? plans = null)
    {
        services.AddSingleton(places);
        services.AddDatabase(places);
        services.AddSingleton<StoragePulse>();
        services.AddSingleton<LogWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<LogWriter>());
        services.AddSingleton<IEstateLog, EstateLog>();
        services.AddSingleton<IDrillStore, DrillStore>();
        services.AddSingleton<IBoard, Board>();
        services.AddSingleton<IEvaluationStore, EvaluationStore>();
        services.AddSingleton<IPlanSource>(new PlanLibrary(plans ?? PlanLibrary.DefaultDirectory));
        services.AddSingleton<Seals>().AddSingleton<Secrets>().AddSingleton<AuditLog>();
        services.AddSingleton(provider => new Workload(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<DrillOptions>>().Value.FullAt,
            () => Environment.CpuUsage.TotalTime));
        services.AddSingleton<Renaming>().AddSingleton<Crew>().AddSingleton<Comebacks>();
        services.AddSingleton<IScenarioSource, ScenarioArchive>();
        return services;
    }

    /// <summary>
    /// Brings the database to this version's shape. The embedded one is looked through first, and is these services' alone until
    /// they are
    /// disposed.
    /// </summary>
    public static async Task Migrate(this IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILogger<OpsGameDb>>();
        if (services.GetRequiredService<Places>() is { Postgres: null } places)
        {
            SqliteFile.MakePrivate(places);
            await services.GetRequiredService<FileHold>().Take();
            SqliteFile.PutBrokenKeysAside(places, logger);
            await SqliteFile.Check(places.Database, logger);
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<OpsGameDb>>().CreateDbContextAsync();
        await (db is SqliteDb ? SqliteDb.Migrate(db) : PostgresDb.Migrate(db, logger));
    }

    /// <summary>
    /// For a look beside a running server, which has brought it there already; without one it may be of an older version.
    /// </summary>
    public static async Task MigrateIfOlder(this IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<OpsGameDb>>().CreateDbContextAsync();
        if ((await db.Database.GetPendingMigrationsAsync()).Any()) await services.Migrate();
    }

    /// <summary>With the keys that open what is sealed in it: beside the file, or in the database every server has.</summary>
    private static void AddDatabase(this IServiceCollection services, Places places)
    {
        var protection = services.AddDataProtection().SetApplicationName("OpsGame");
        if (places.Postgres is { } connection)
        {
            services.AddPooledDbContextFactory<PostgresDb>(options => PostgresDb.Configure(options, connection));
            services.AddSingleton<IDbContextFactory<OpsGameDb>, Databases<PostgresDb>>();
            services.AddSingleton<ILogDisk, PostgresLog>();
            protection.PersistKeysToDbContext<PostgresDb>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteDb>(options => SqliteDb.Configure(options, places.Database));
            services.AddSingleton<IDbContextFactory<OpsGameDb>, Databases<SqliteDb>>();
            services.AddSingleton<ILogDisk, SqliteLog>();
            services.AddSingleton<FileHold>().AddHostedService<Checkpoints>();
            protection.PersistKeysToFileSystem(new DirectoryInfo(places.Keys));
        }
    }

    /// <summary>Whichever database it is, the stores know it as the one.</summary>
    private sealed class Databases<T>(IDbContextFactory<T> databases) : IDbContextFactory<OpsGameDb>
        where T : OpsGameDb
    {
        public OpsGameDb CreateDbContext() => databases.CreateDbContext();
    }
}
