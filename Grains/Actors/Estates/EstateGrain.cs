using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Components;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;
using Orleans.Concurrency;
using Orleans.Utilities;

namespace OpsGame.Grains.Estates;

/// <summary>
/// Reentrant: a command waits for its tick while the tick runs. The world is touched by one tick at a time (the timer never
/// overlaps itself) and is otherwise only read.
/// </summary>
[Reentrant]
public sealed partial class EstateGrain(
    IDrillStore drills, IEstateLog log, IScenarioSource scenarios, Workload workload, Comebacks comebacks, TimeProvider time,
    IHostApplicationLifetime process, ILogger<EstateGrain> logger)
    : Grain, IEstateGrain
{
    private static readonly TimeSpan SubscriptionLasts = TimeSpan.FromMinutes(1);

    private readonly ObserverManager<IEstateObserver> _observers = new(SubscriptionLasts, logger);
    private readonly EstateClock _clock = new(time);
    private readonly RecentEvents _recent = new();
    private readonly ServicePast _service = new();
    private readonly Seats _seats = new(time);
    private EstateKey _key;
    private string _name = "";
    private CommandDesk _desk = new();
    private World? _world;
    private Stages? _stages;
    private EstateStatus _status = EstateStatus.Waiting;
    private EstateStatus _wanted = EstateStatus.Waiting;
    private IGrainTimer? _timer;
    private Task _recovery = Task.CompletedTask;
    private Task _tick = Task.CompletedTask;
    private Task _mark = Task.CompletedTask;
    private ImmutableArray<Applicable> _applying;
    private long _appliedAt = -1;
    private bool _leaves;
    private bool _scores = true;
    private long _markedAt;
    private long _askedAt;
    private long _epoch;
    private long _reach;
    private long _marks;
    private long _marked;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _name = this.GetPrimaryKeyString();
        _key = EstateKey.Parse(_name);
        _clock.Phase = EstateClock.PhaseOf(_name);
        _timer = this.RegisterGrainTimer(OnDue, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)
        {
            Interleave = true,
            KeepAlive = true,
        });
        var drill = await drills.Find(_key.Drill);
        if (drill?.StartedAt is null) return;
        Begin(comesBack: true, drill.Status switch
        {
            DrillStatus.Finished => EstateStatus.Finished,
            // Other rules would give it another future: somebody has to choose that first.
            DrillStatus.Running when !drill.IsUpgraded => EstateStatus.Running,
            _ => EstateStatus.Paused,
        }, drill.Speed);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _leaves = true;
        _desk.Refuse(DrillRefusals.EstateRestarting);
        _desk.Fail(new SupersededException($"Estate {_key}"));
        // Idle or stopping between two ticks: the next life goes on exactly here.
        if (_status is EstateStatus.Running or EstateStatus.Paused or EstateStatus.Stalled) await MarkHere();
    }

    public async Task Run(double speed)
    {
        if (_status == EstateStatus.Waiting) Begin(comesBack: false, EstateStatus.Running, speed);
        _wanted = _wanted == EstateStatus.Finished ? EstateStatus.Finished : EstateStatus.Running;
        _clock.Start(speed);
        if (_status is EstateStatus.Paused or EstateStatus.Running or EstateStatus.Stalled) Enter(_wanted);
        await Publish();
    }

    public async Task Hold()
    {
        if (_wanted == EstateStatus.Running) _wanted = EstateStatus.Paused;
        await Back();
        if (_status is EstateStatus.Running or EstateStatus.Stalled) Enter(_wanted);
        await _tick;
        await MarkHere();
        await Publish();
    }

    public async Task<Standing> Finish()
    {
        _wanted = EstateStatus.Finished;
        await Back();
        Enter(EstateStatus.Finished);
        await _tick;
        await MarkHere();
        await Publish();
        return Stands();
    }

    public Task<Standing?> Standing() =>
        Task.FromResult(_status is EstateStatus.Waiting or EstateStatus.CatchingUp ? null : Stands());

    public Task<Refusal?> Check(Command command) => Task.FromResult(_status switch
    {
        EstateStatus.Running when Stopping => Refusal.Of(DrillRefusals.EstateRestarting),
        EstateStatus.Running => _world!.Check(command),
        EstateStatus.Paused => Refusal.Of(DrillRefusals.Paused),
        EstateStatus.Finished => Refusal.Of(DrillRefusals.Finished),
        EstateStatus.CatchingUp => Refusal.Of(DrillRefusals.EstateCatchingUp),
        EstateStatus.Stalled => Refusal.Of(DrillRefusals.StorageUnavailable),
        _ => Refusal.Of(DrillRefusals.NotRunning),
    });

    public async Task<PreviewAnswer> Preview(Command command)
    {
        // in the middle of a tick the world is neither the one before nor the one after it
        while (!_tick.IsCompleted) await Task.WhenAny(_tick);
        if (_status is not (EstateStatus.Running or EstateStatus.Paused)) return new PreviewAnswer(null, 0, await Check(command));
        return new PreviewAnswer(Simulation.Previews.Preview.Of(_world!, command), _world!.NowNs, null);
    }

    public async Task<CommandReceipt> Command(Command command)
    {
        if (_desk.Known(command) is { } before) return await before;
        var refusal = _seats.Check(command) ?? await Check(command);
        return refusal is null ? await _desk.Place(command) : new CommandReceipt(0, refusal);
    }

    public Task End(string seat)
    {
        _seats.End(seat);
        return Task.CompletedTask;
    }

    public Task<EstateSnapshot?> Watch(IEstateObserver observer)
    {
        _observers.Subscribe(observer, observer);
        if (_status == EstateStatus.CatchingUp) comebacks.Hurry(_name);
        return Task.FromResult(_world is null ? null : new EstateSnapshot(News(), _recent.All));
    }

    public Task Unwatch(IEstateObserver observer)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public async Task<ComponentPast?> History(string component)
    {
        await Back();
        _askedAt = time.GetTimestamp();
        if (_world is null || _stages is null) return null;
        return component == ServicePast.Id ? _service.Past() : await _stages.History(_world, component);
    }

    private Task Publish(ImmutableArray<DomainEvent>? recent = null)
    {
        if (_world is null || Stopping || _status == EstateStatus.CatchingUp) return Task.CompletedTask;
        _observers.ClearExpired();
        if (_observers.Count == 0) return Task.CompletedTask;
        var news = News() with { Recent = recent };
        return _observers.Notify(observer => observer.Tick(news));
    }

    /// <summary>What is told of a sandbox.</summary>
    private static ScoreSheet NoScore { get; } = new(0, []);

    private EstateNews News()
    {
        return new EstateNews(
            _scores ? _world!.Last : _world!.Last with { Score = NoScore }, _status, _clock.Speed,
            _status == EstateStatus.Running ? _clock.Behind.TotalMilliseconds : 0, Applying(), _epoch);
    }

    /// <summary>Once a tick: in its middle the world is neither the one before nor the one after it.</summary>
    private ImmutableArray<Applicable> Applying()
    {
        if (_world!.Last.Tick == _appliedAt) return _applying;
        _appliedAt = _world.Last.Tick;
        return _applying = _world.Applying();
    }

    private Standing Stands()
    {
        var frame = _world!.Last;
        return new Standing(
            _key.Team, frame.Tick, frame.Hash, frame.Ended, _scores ? frame.Score.Total : 0, frame.Service.Overall,
            frame.Service.SpentNanoDollars);
    }
}
