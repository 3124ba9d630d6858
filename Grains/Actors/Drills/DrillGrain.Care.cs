using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;

namespace OpsGame.Grains.Drills;

/// <summary>
/// What a drill does for estates in trouble: all its teams wait for the storage alike, and a clock that stands is set going.
/// </summary>
public sealed partial class DrillGrain
{
    private readonly Pulse _pulse = new(time);
    private bool _waits;

    public async Task StorageTrouble(string team)
    {
        if (_waits || _drill is not { Status: DrillStatus.Running }) return;
        logger.LogError("Drill {Drill}: the storage takes nothing from team {Team}; all teams wait", Drill.Id, team);
        _waits = true;
        TellSoon();
        await AtEstates(estate => Reach(estate.Stall));
    }

    /// <summary>True once the storage takes something from every estate again; then they go on together.</summary>
    private async Task<bool> GoesOnAgain()
    {
        var keeps = await Task.WhenAll(Drill.Teams.Select(async team =>
        {
            var kept = false;
            await Reach(async () => kept = await Estate(team).Keeps());
            return kept;
        }));
        if (!keeps.All(kept => kept)) return false;
        logger.LogInformation("Drill {Drill}: the storage takes everything again", Drill.Id);
        _waits = false;
        TellSoon();
        if (Drill.Status == DrillStatus.Running) await AtEstates(estate => Reach(() => estate.Run(Drill.Speed)));
        return true;
    }

    private async Task Mend(IEstateGrain estate, Standing standing)
    {
        if (_waits) return;
        logger.LogWarning(
            "Drill {Drill}, team {Team}: the clock stands at tick {Tick}; it is set going", Drill.Id, standing.Team,
            standing.Tick);
        await estate.Run(Drill.Speed);
    }

    /// <summary>An estate that cannot be reached now is brought back by the next round.</summary>
    private async Task Reach(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception failure)
            when (failure is OrleansException or TimeoutException or StorageUnavailableException or SupersededException)
        {
            logger.LogWarning(failure, "An estate of drill {Drill} did not answer", Drill.Id);
        }
    }
}
