using Microsoft.Extensions.Logging;
using OpsGame.Grains.Components;
using OpsGame.Grains.Storage;
using OpsGame.Simulation;

namespace OpsGame.Grains.Estates;

/// <summary>The tick: log, engine, components, frame; and again when the clock says so.</summary>
public sealed partial class EstateGrain
{
    /// <summary>A process that is about to end begins no tick and takes no command: its grains are being put to sleep.</summary>
    private bool Stopping => process.ApplicationStopping.IsCancellationRequested;

    private async Task OnDue(CancellationToken cancellationToken)
    {
        if (Stopping) _desk.Refuse("estate-restarting");
        if (_status != EstateStatus.Running || !_tick.IsCompleted || Stopping) return;
        try
        {
            await (_tick = Tick());
        }
        catch (Exception failure)
        {
            // The world may be in the middle of a tick: only the log can be trusted now, so a new activation begins from it.
            if (!Stopping)
                logger.LogError(failure, "Estate {Estate} failed after tick {Tick}", _key, _world!.Last.Tick);
            _status = EstateStatus.CatchingUp;
            _desk.Fail(failure);
            DeactivateOnIdle();
            return;
        }

        if (_status == EstateStatus.Running) _timer!.Change(_clock.UntilDue, Timeout.InfiniteTimeSpan);
    }

    private async Task Tick()
    {
        var world = _world!;
        _clock.Begin();
        var commands = _desk.Take(Limits.CommandsPerTick);
        if (!commands.IsEmpty)
        {
            var tick = world.Tick + 1;
            await log.Append(_key.ToString(), new LogEntry(tick, commands, world.Last.Hash));
            _desk.Logged(tick);
        }

        world.Advance(commands);
        await _stages!.Run(world, _seen);
        var frame = world.Complete();
        _seen = Observations.From(frame);
        Remember(frame);
        if (frame.Ended)
        {
            await Mark();
            Enter(EstateStatus.Finished);
        }
        else if (_mark.IsCompleted && time.GetElapsedTime(_markedAt) > MarkEvery)
        {
            _mark = Mark();
        }

        await Publish();
    }

    private async Task Mark()
    {
        if (_world is null) return;
        _markedAt = time.GetTimestamp();
        try
        {
            await log.Mark(_key.ToString(), new ProgressMark(_world.Last.Tick, _world.Last.Hash));
        }
        catch (Exception failure)
        {
            logger.LogWarning(failure, "Estate {Estate}: progress could not be noted; after a crash its clock would go back further", _key);
        }
    }
}
