namespace OpsGame.Server.Doors;

/// <summary>A link that was changed at one server is soon worth nothing at the others.</summary>
internal sealed class OrganiserRenewal(Organiser organiser, TimeProvider time, ILogger<OrganiserRenewal> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await organiser.Look();
            }
            catch (Exception failure)
            {
                logger.LogWarning(failure, "Whether the organiser's link was changed could not be seen; trying again");
            }
        }
    }
}
