using OpsGame.Grains;
using OpsGame.Grains.Drills;

namespace OpsGame.Server.Hosting;

/// <summary>Tells the door to all drills how much this server's live estates take of it.</summary>
internal sealed class LoadReports(
    Workload workload, ILocalSiloDetails silo, IGrainFactory grains, TimeProvider time, ILogger<LoadReports> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await grains.GetGrain<IDrillDirectoryGrain>(0).Report(silo.SiloAddress, workload.Load);
            }
            catch (Exception failure)
            {
                if (!stoppingToken.IsCancellationRequested)
                    logger.LogWarning(failure, "How busy the server is could not be said; trying again");
            }
        }
    }
}
