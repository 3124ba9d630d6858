using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Storage;
using OpsGame.Server.Hosting;
using OpsGame.Server.Plans;
using OpsGame.Server.Verification;

namespace OpsGame.Server.Storage;

internal static class StorageSetup
{
    /// <summary>Stores and the log's writer. Register before the silo: it must still write while the grains go to sleep.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Places places, string? plans = null)
    {
        services.AddDatabase(places);
        services.AddSingleton<StoragePulse>();
        services.AddSingleton<LogWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<LogWriter>());
        services.AddSingleton<IEstateLog, EstateLog>();
        services.AddSingleton<IDrillStore, DrillStore>();
        services.AddSingleton<IBoard, Board>();
        services.AddSingleton<IEvaluationStore, EvaluationStore>();
        services.AddSingleton<IPlanSource>(new PlanLibrary(plans ?? PlanLibrary.DefaultDirectory));
        services.AddSingleton<Seals>().AddSingleton<Entries>();
        services.AddSingleton<Crew>();
        services.AddSingleton<IScenarioSource, ScenarioArchive>();
        return services;
    }

    /// <summary>Brings the database to this version's shape.</summary>
    public static async Task Migrate(this IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<OpsGameDb>>().CreateDbContextAsync();
        await (db is SqliteDb ? SqliteDb.Migrate(db) : PostgresDb.Migrate(db));
    }

    /// <summary>With the keys that open what is sealed in it: beside the file, or in the database every server has.</summary>
    private static void AddDatabase(this IServiceCollection services, Places places)
    {
        var protection = services.AddDataProtection().SetApplicationName("OpsGame");
        if (places.Postgres is { } connection)
        {
            services.AddPooledDbContextFactory<PostgresDb>(options => PostgresDb.Configure(options, connection));
            services.AddSingleton<IDbContextFactory<OpsGameDb>, Databases<PostgresDb>>();
            protection.PersistKeysToDbContext<PostgresDb>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteDb>(options => SqliteDb.Configure(options, places.Database));
            services.AddSingleton<IDbContextFactory<OpsGameDb>, Databases<SqliteDb>>();
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
