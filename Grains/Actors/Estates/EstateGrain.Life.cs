using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Estates;

namespace OpsGame.Grains.Estates;

/// <summary>How an estate begins, comes back from its log, changes its status, and leaves memory.</summary>
public sealed partial class EstateGrain
{
    /// <summary>How long an estate that is over stays for those who still look into it.</summary>
    private static readonly TimeSpan Lingers = TimeSpan.FromSeconds(20);

    private void Begin(bool comesBack, EstateStatus wanted, double speed)
    {
        _status = EstateStatus.CatchingUp;
        _wanted = wanted;
        _clock.Start(speed);
        // Who is asked to end it before it is back still has to be its owner: what is over is only looked at.
        var owns = wanted != EstateStatus.Finished;
        _recovery = comesBack ? ComeBack(owns) : Recover(owns);
    }

    /// <summary>When it is its turn.</summary>
    private async Task ComeBack(bool owns)
    {
        await comebacks.Turn(_name);
        try
        {
            // Another activation may be its owner by now.
            if (_leaves) throw new SupersededException($"Estate {_key}");
            await Recover(owns);
        }
        finally
        {
            comebacks.End();
        }
    }

    /// <summary>It is what it was, or will be; somebody waits for it.</summary>
    private Task Back()
    {
        if (_status == EstateStatus.CatchingUp) comebacks.Hurry(_name);
        return _recovery;
    }

    /// <summary>A start is a recovery from an empty log.</summary>
    private async Task Recover(bool owns)
    {
        try
        {
            var drill = await drills.Find(_key.Drill) ?? throw new InvalidOperationException($"There is no drill {_key.Drill}.");
            _seats.Know(drill);
            var claimed = owns ? await log.Claim(_name) : 0;
            var logged = await log.Read(_name);
            _epoch = claimed > 0 ? claimed : logged.Epoch;
            if (drill.From is { } from && logged.Mark is null && owns) logged = await Adopt(from);
            _scores = !drill.Sandbox;
            _world = new World(
                await scenarios.Load(drill.ScenarioHash), drill.Seed, sampleTraces: true, measured: false);
            foreach (var entry in logged.Entries)
                foreach (var command in entry.Commands) _desk.Recall(command, entry.Tick);

            var replay = new Replay(_world, logged, time, logger);
            await replay.Run(Remember);
            _reach = _world.Tick;
            if (!replay.Faithful && !drill.IsMixed && !drill.IsUpgraded)
                await GrainFactory.GetGrain<IDrillGrain>(_key.Drill).Diverged(_key.Team);
            _stages = new Stages(GrainFactory, _key);
            await _stages.Restore(_world, replay.Memories);
            if (logged.LastTick > 0) logger.LogInformation("Estate {Estate} is back at tick {Tick}", _key, _world.Tick);
            _clock.Start(_clock.Speed);
            Enter(_wanted);
            await Publish(_recent.All);
        }
        catch (Exception failure) when (!Stopping)
        {
            if (failure is StorageUnavailableException) Alarm();
            // Nothing is lost: whoever asks for the estate next begins the recovery again.
            logger.LogError(failure, "Estate {Estate} could not be brought back", _key);
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>
    /// What was done in another estate until a moment was done in this one. The mark comes last: it says all is there.
    /// </summary>
    private async Task<LoggedEstate> Adopt(Beginning from)
    {
        var former = await log.Read(from.Estate);
        foreach (var entry in former.Entries)
            if (entry.Tick <= from.Tick) await log.Append(_name, _epoch, entry);
        await log.Mark(_name, _epoch, new ProgressMark(0, 0, from.Tick));
        return await log.Read(_name);
    }

    private void Remember(EstateFrame frame)
    {
        _recent.Keep(frame);
        _service.Record(frame);
    }

    private void Enter(EstateStatus status)
    {
        _status = _world is { Last.Ended: true } ? EstateStatus.Finished : status;
        if (_status == EstateStatus.Paused) _desk.Refuse(DrillRefusals.Paused);
        if (_status == EstateStatus.Finished) Linger();
        if (_status == EstateStatus.Stalled) _desk.Refuse(DrillRefusals.StorageUnavailable);
        if (_status == EstateStatus.Running && _tick.IsCompleted) SetTimer();
    }

    private void Linger()
    {
        _desk.Refuse(DrillRefusals.Finished);
        _askedAt = time.GetTimestamp();
        _timer!.Change(Lingers, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Who looks again later has it played again from its log.</summary>
    private async Task LetGo()
    {
        var left = Lingers - time.GetElapsedTime(_askedAt);
        if (left > TimeSpan.Zero)
        {
            _timer!.Change(left, Timeout.InfiniteTimeSpan);
            return;
        }

        if (_stages is not null) await _stages.Release(_world!);
        DeactivateOnIdle();
    }
}
