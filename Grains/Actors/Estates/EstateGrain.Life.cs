using Microsoft.Extensions.Logging;
using OpsGame.Grains.Drills;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Grains.Estates;

/// <summary>How an estate begins, comes back from its log, and changes its status.</summary>
public sealed partial class EstateGrain
{
    private void Begin(EstateStatus wanted, double speed)
    {
        _status = EstateStatus.CatchingUp;
        _wanted = wanted;
        _clock.Start(speed);
        _recovery = Recover();
    }

    /// <summary>A start is a recovery from an empty log.</summary>
    private async Task Recover()
    {
        try
        {
            var drill = await drills.Find(_key.Drill) ?? throw new InvalidOperationException($"There is no drill {_key.Drill}.");
            _seats.Know(drill);
            var logged = await log.Read(_key.ToString());
            _world = new World(await scenarios.Load(drill.ScenarioHash), drill.Seed, sampleTraces: true);
            foreach (var entry in logged.Entries)
                foreach (var command in entry.Commands) _desk.Recall(command, entry.Tick);

            var replay = new Replay(_world, logged, time, logger);
            await replay.Run(Remember);
            if (!replay.Faithful) await GrainFactory.GetGrain<IDrillGrain>(_key.Drill).Diverged(_key.Team);
            _stages = new Stages(GrainFactory, _key);
            await _stages.Restore(_world, replay.Memories);
            if (logged.LastTick > 0) logger.LogInformation("Estate {Estate} is back at tick {Tick}", _key, _world.Tick);
            _clock.Start(_clock.Speed);
            Enter(_wanted);
            await Publish(_recent.All);
        }
        catch (Exception failure) when (!Stopping)
        {
            // Nothing is lost: whoever asks for the estate next begins the recovery again.
            logger.LogError(failure, "Estate {Estate} could not be brought back", _key);
            DeactivateOnIdle();
            throw;
        }
    }

    private void Remember(EstateFrame frame)
    {
        _recent.Keep(frame);
        _service.Record(frame);
    }

    private void Enter(EstateStatus status)
    {
        _status = _world is { Last.Ended: true } ? EstateStatus.Finished : status;
        if (_status == EstateStatus.Paused) _desk.Refuse("drill-paused");
        if (_status == EstateStatus.Finished) _desk.Refuse("drill-finished");
        if (_status == EstateStatus.Running && _tick.IsCompleted) _timer!.Change(_clock.UntilDue, Timeout.InfiniteTimeSpan);
    }
}
