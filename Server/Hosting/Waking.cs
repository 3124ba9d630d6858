using OpsGame.Grains.Contracts;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;

namespace OpsGame.Server.Hosting;

/// <summary>
/// After a restart every drill that ran goes on, whether or not anybody has come back yet, and so does the strategy lab.
/// </summary>
internal sealed class Waking(IDrillStore drills, IBoard board, IGrainFactory grains, ILogger<Waking> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var live = await drills.Live();
        var begun = live.Where(drill => drill.StartedAt is not null).ToArray();
        if (begun.Length > 0) logger.LogInformation("{Count} drills go on where they were", begun.Length);
        await Task.WhenAll(live.Select(drill => Wake(drill.Id)));
        await WakeLab();
    }

    /// <summary>Evaluations that were being played, and results nobody has verified yet.</summary>
    private async Task WakeLab()
    {
        try
        {
            await grains.GetGrain<ILabGrain>(0).Wake();
            foreach (var (drill, team) in await board.Pending())
                await grains.GetGrain<IResultGrain>(new EstateKey(drill, team).ToString()).Verify();
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The strategy lab could not be woken");
        }
    }

    private async Task Wake(string drill)
    {
        try
        {
            await grains.GetGrain<IDrillGrain>(drill).Wake();
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Drill {Drill} could not be woken", drill);
        }
    }
}
