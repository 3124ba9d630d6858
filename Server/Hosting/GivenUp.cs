namespace OpsGame.Server.Hosting;

/// <summary>
/// A server whose silo the others have given up (it slept, or none of them could reach it) can do nothing any more: it ends, so
/// that its players come to another one, and whoever keeps it running restarts it.
/// </summary>
internal sealed class GivenUp(ISiloStatusOracle silo, IHostApplicationLifetime process, ILogger<GivenUp> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    /// <summary>What does not end by then does not end by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        using var stop = process.ApplicationStopping.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            if (silo.CurrentStatus != SiloStatus.Dead || process.ApplicationStopping.IsCancellationRequested) continue;
            logger.LogCritical("The other servers have given this one up and play its drills; it ends");
            Environment.ExitCode = 1;
            _ = Task.Delay(Patience, CancellationToken.None).ContinueWith(_ => Environment.Exit(1), TaskScheduler.Default);
            process.StopApplication();
        }
    }
}
