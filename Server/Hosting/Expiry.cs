using OpsGame.Grains.Contracts;
using OpsGame.Grains.Storage;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Hosting;

/// <summary>
/// Deletes drills that have been over for as long as they are kept. Every server of a game does so: deleting twice is no harm.
/// </summary>
internal sealed class Expiry(
    Retention retention, IDrillStore drills, IGrainFactory grains, TimeProvider time, ILogger<Expiry> logger) : BackgroundService
{
    /// <summary>Read into memory at once; the others are deleted a round later.</summary>
    private const int AtOnce = 500;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (retention.KeepFor is not { } kept) return;
        var leaps = new Leaps(time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (leaps.Look())
                    logger.LogWarning(
                        "The clock was set ahead to {Now}; drills are deleted by their age in a day", time.GetUtcNow());
                if (!leaps.Doubtful) await Expire(time.GetUtcNow() - kept, stoppingToken);
            }
            catch (Exception failure)
            {
                if (!stoppingToken.IsCancellationRequested)
                    logger.LogWarning(failure, "Drills that are kept no longer could not be deleted; trying again");
            }

            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Expire(DateTimeOffset before, CancellationToken stop)
    {
        foreach (var drill in await drills.Over(before, AtOnce))
        {
            if (stop.IsCancellationRequested) return;
            await grains.GetGrain<IDrillGrain>(drill).Delete();
        }
    }
}
