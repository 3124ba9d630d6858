using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Storage;

namespace OpsGame.Grains.Estates;

/// <summary>What the estate notes of its progress, and what it does while the storage takes nothing.</summary>
public sealed partial class EstateGrain
{
    /// <summary>Real time between two marks.</summary>
    private static readonly TimeSpan MarkEvery = TimeSpan.FromMilliseconds(700);

    /// <summary>
    /// Real time for which it may go on without another mark. After a crash the clock may jump forward by as much.
    /// </summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromMilliseconds(1500);

    /// <summary>A write that takes longer is trouble: the rest of the drill must not go on meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    private long Ahead => _clock.Ticks(MostAhead);

    /// <summary>The tick under way is still shown; who goes on elsewhere must not be before it.</summary>
    private long UnderWay => _tick.IsCompleted || _world!.Last.Ended ? 0 : 1;

    public Task Stall()
    {
        if (_status != EstateStatus.Running) return Task.CompletedTask;
        Enter(EstateStatus.Stalled);
        return Publish();
    }

    public async Task<bool> Keeps()
    {
        if (_world is null || _status is not (EstateStatus.Running or EstateStatus.Paused or EstateStatus.Stalled)) return true;
        try
        {
            await Mark(_status == EstateStatus.Running ? Ahead : 0).WaitAsync(Patience, time);
            return true;
        }
        catch (Exception failure) when (failure is StorageUnavailableException or TimeoutException)
        {
            return false;
        }
        catch (SupersededException failure)
        {
            GiveUp(failure);
            return false;
        }
    }

    /// <summary>Waits for a write; when it takes long, the drill hears of it.</summary>
    private async Task Kept(Task write)
    {
        try
        {
            await write.WaitAsync(Patience, time);
        }
        catch (TimeoutException) when (!write.IsCompleted)
        {
            Alarm();
            await write;
        }
    }

    /// <summary>All its teams are to wait alike. One way: the drill may be waiting for this very estate.</summary>
    private void Alarm()
    {
        if (!Stopping) GrainFactory.GetGrain<IDrillGrain>(_key.Drill).StorageTrouble(_key.Team).Ignore();
    }

    /// <summary>Notes in time how far it may go on; nobody waits for it.</summary>
    private async Task MarkAhead()
    {
        try
        {
            await Kept(Mark(Ahead, canWait: true));
        }
        catch (StorageUnavailableException)
        {
            Alarm();
        }
        catch (SupersededException failure)
        {
            GiveUp(failure);
        }
    }

    /// <summary>It stands here: nobody has to jump forward.</summary>
    private async Task MarkHere()
    {
        try
        {
            await Mark(ahead: 0);
        }
        catch (Exception failure)
        {
            logger.LogWarning(
                failure, "Estate {Estate}: that it stands at tick {Tick} could not be noted", _key, _world!.Last.Tick);
        }
    }

    private async Task Mark(long ahead, bool canWait = false)
    {
        if (_world is null || _epoch == 0) return;
        var (number, began) = (++_marks, time.GetTimestamp());
        var mark = new ProgressMark(_world.Last.Tick, _world.Last.Hash, _world.Last.Tick + Math.Max(ahead, UnderWay));
        await log.Mark(_name, _epoch, mark, canWait);
        // They are written in their order, but their writers may wake in another one.
        if (number > _marked) (_marked, _reach, _markedAt) = (number, mark.Reach, began);
    }
}
