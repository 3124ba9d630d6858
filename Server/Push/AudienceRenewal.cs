namespace OpsGame.Server.Push;

/// <summary>
/// Renews this process's subscriptions well before they end; also finds an estate again that moved to another silo.
/// </summary>
internal sealed class AudienceRenewal(Audience audience, TimeProvider time, ILogger<AudienceRenewal> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await audience.Renew();
            }
            catch (Exception failure)
            {
                if (!stoppingToken.IsCancellationRequested)
                    logger.LogWarning(failure, "Subscriptions could not be renewed; trying again");
            }
        }
    }
}
