using Microsoft.EntityFrameworkCore;

namespace OpsGame.Server.Storage;

/// <summary>
/// Brings what SQLite's write-ahead log holds into the database file, now and then and when the server ends, so that the file
/// alone has
/// all of it after a stop and nearly all of it before.
/// </summary>
internal sealed class Checkpoints(IDbContextFactory<OpsGameDb> databases, ILogger<Checkpoints> logger) : BackgroundService
{
    private const string Whole = "PRAGMA wal_checkpoint(TRUNCATE)";

    /// <summary>What readers and the writer let through.</summary>
    private const string WithoutWaiting = "PRAGMA wal_checkpoint(PASSIVE)";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Registered before whoever writes, so it is stopped after them.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Make(Whole);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Make(WithoutWaiting);
        }
        catch (OperationCanceledException)
        {
            // the server ends: the last one is made by StopAsync
        }
    }

    private async Task Make(string checkpoint)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            await db.Database.ExecuteSqlRawAsync(checkpoint);
        }
        catch (Exception failure)
        {
            logger.LogWarning(
                failure, "The write-ahead log could not be brought into the database; nothing is lost, it is used where it is");
        }
    }
}
