using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Estates;

/// <summary>The tick: log, engine, components, frame; and again when the clock says so.</summary>
public sealed partial class EstateGrain
{
    /// <summary>
    /// A silo is given up after some seconds of silence: an estate that slept as long may have another owner by now.
    /// </summary>
    private static readonly TimeSpan Overslept = TimeSpan.FromSeconds(3);

    /// <summary>A process that is about to end begins no tick and takes no command: its grains are being put to sleep.</summary>
    private bool Stopping => process.ApplicationStopping.IsCancellationRequested;

    private async Task OnDue(CancellationToken cancellationToken)
    {
        if (Stopping) _desk.Refuse(DrillRefusals.EstateRestarting);
        if (_status == EstateStatus.Finished) await LetGo();
        if (_status != EstateStatus.Running || !_tick.IsCompleted || Stopping) return;
        await (_tick = Turn());
        if (_status == EstateStatus.Running) SetTimer();
    }

    private void SetTimer()
    {
        try
        {
            _timer!.Change(_clock.UntilDue, Timeout.InfiniteTimeSpan);
        }
        catch (Exception failure)
        {
            // Nothing would wake it again.
            if (!Stopping) logger.LogError(failure, "Estate {Estate} cannot wait for tick {Tick}", _key, _world!.Tick + 1);
            GiveUp(failure);
        }
    }

    /// <summary>
    /// A tick, and what becomes of the estate where it fails. Never throws: others wait for its end, however it ends.
    /// </summary>
    private async Task Turn()
    {
        try
        {
            await Tick();
        }
        catch (StorageUnavailableException)
        {
            // It has not begun: its commands are taken again once the storage takes them.
            await Stall();
            Alarm();
        }
        catch (SupersededException failure)
        {
            if (!Stopping)
                logger.LogWarning("Estate {Estate} goes on elsewhere; it stops here after tick {Tick}", _key, _world!.Last.Tick);
            GiveUp(failure);
        }
        catch (Exception failure)
        {
            // The world may be in the middle of a tick: only the log can be trusted now, so a new activation begins from it.
            if (!Stopping) logger.LogError(failure, "Estate {Estate} failed after tick {Tick}", _key, _world!.Last.Tick);
            GiveUp(failure);
        }
    }

    private async Task Tick()
    {
        var world = _world!;
        var tick = world.Tick + 1;
        // Nothing is shown before the log has said that the estate is still its own.
        if (tick > _reach || time.GetElapsedTime(_markedAt) > Overslept) await Kept(Mark(Ahead));
        var commands = _desk.Take(Limits.CommandsPerTick);
        if (!commands.IsEmpty)
        {
            await Kept(log.Append(_name, _epoch, new LogEntry(tick, commands, world.Last.Hash)));
            _desk.Logged(tick);
        }

        workload.Begins(_clock.Behind);
        _clock.Begin();
        world.Advance(commands);
        await _stages!.Run(world);
        var frame = world.Complete();
        _stages.Note(frame);
        Remember(frame);
        if (frame.Ended)
        {
            await MarkHere();
            Enter(EstateStatus.Finished);
        }
        else if (_mark.IsCompleted && time.GetElapsedTime(_markedAt) > MarkEvery)
        {
            _mark = MarkAhead();
        }

        await Publish();
    }

    /// <summary>
    /// What is going on in the world can no longer be trusted, or is no longer its own: a new activation begins from the log.
    /// </summary>
    private void GiveUp(Exception failure)
    {
        _status = EstateStatus.CatchingUp;
        _desk.Fail(failure);
        _desk.Refuse(DrillRefusals.EstateRestarting);
        DeactivateOnIdle();
    }
}
