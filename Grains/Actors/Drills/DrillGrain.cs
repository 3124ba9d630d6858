using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Estates;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Ticks;
using Orleans.Utilities;

namespace OpsGame.Grains.Drills;

public sealed partial class DrillGrain(
    IDrillStore drills, IBoard board, TimeProvider time, IHostApplicationLifetime process, ILogger<DrillGrain> logger)
    : Grain, IDrillGrain, IRemindable
{
    /// <summary>
    /// Reminds a running drill: it comes back on another silo when its own died and nobody calls it.
    /// </summary>
    private const string GoesOn = "goes-on";

    /// <summary>The least Orleans allows.</summary>
    private static readonly TimeSpan Reminded = TimeSpan.FromMinutes(1);

    /// <summary>How often it asks its estates how they stand; also brings back an estate that lost its silo.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <summary>Joins come in bursts; a room is told at most this often.</summary>
    private static readonly TimeSpan Bundle = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan PerPerson = TimeSpan.FromMilliseconds(2);

    private readonly ObserverManager<string, IRoomObserver> _observers = new(Presence.Patience, logger);
    private readonly Presence _presence = new(time);
    private readonly Allowance _faults = new(time, Seats.Burst, Seats.PerSecond);
    private readonly Dictionary<string, Standing> _standings = new(StringComparer.Ordinal);
    private DrillRecord? _drill;
    private IGrainTimer? _round;
    private IGrainTimer? _tell;
    private bool _telling;
    private bool _roomChanged;

    private DrillRecord Drill =>
        _drill ?? throw new InvalidOperationException($"Drill {this.GetPrimaryKeyString()} was never opened.");

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _drill = await drills.Find(this.GetPrimaryKeyString());
        _tell = this.RegisterGrainTimer(Tell, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        if (_drill is not { Status: not DrillStatus.Finished }) return;
        Attend();
        if (DrillRules.Stand(_drill) is var standing && standing != _drill) await Keep(standing);
    }

    public async Task<Seating> Open(DrillRecord drill, SeatRequest first)
    {
        if (_drill is not null) throw new InvalidOperationException($"Drill {drill.Id} is open already.");
        var refusal = DrillRules.Join(drill, first, out var next, out var person);
        if (refusal is not null) return Seating.Refused(refusal);
        if (drill.Solo) refusal = DrillRules.Start(next, time.GetUtcNow(), out next);
        await Keep(next);
        await Remind();
        Attend();
        if (next.Status == DrillStatus.Running) await AtEstates(estate => estate.Run(next.Speed));
        return Seating.Of(Room(), person!);
    }

    public Task<Refusal?> Start() =>
        Change(DrillRules.Start(Drill, time.GetUtcNow(), out var next), next, estate => estate.Run(next.Speed));

    public Task<Refusal?> Pause() => Change(DrillRules.Pause(Drill, out var next), next, estate => estate.Hold());

    public Task<Refusal?> Continue() => Change(DrillRules.Continue(Drill, out var next), next, estate => estate.Run(next.Speed));

    public Task<Refusal?> GoOn() => Change(DrillRules.GoOn(Drill, out var next), next, estate => estate.Run(next.Speed));

    public Task<Refusal?> Speed(double speed) => Change(
        DrillRules.Speed(Drill, speed, out var next), next,
        estate => next.Status == DrillStatus.Running ? estate.Run(speed) : Task.CompletedTask);

    public async Task<Refusal?> Inject(string? team, Command fault)
    {
        if (team is not null && !Drill.Teams.Any(each => each.Id == team)) return Refusal.Of(DrillRefusals.TeamUnknown);
        if (!_faults.Take()) return Refusal.Of(DrillRefusals.TooFast);
        var estates = Drill.Teams.Where(each => team is null || each.Id == team).Select(Estate).ToArray();
        // All or nothing: the same luck for everybody.
        foreach (var refusal in await Task.WhenAll(estates.Select(estate => estate.Check(fault))))
            if (refusal is not null) return refusal;
        var receipts = await Task.WhenAll(estates.Select(estate => estate.Command(fault)));
        return receipts.FirstOrDefault(receipt => receipt.Refusal is not null)?.Refusal;
    }

    public async Task<Refusal?> Finish()
    {
        var refusal = DrillRules.Finish(Drill, time.GetUtcNow(), out var next);
        if (refusal is null && _waits) refusal = Refusal.Of(DrillRefusals.StorageUnavailable);
        if (refusal is not null) return refusal;
        var begun = Drill.StartedAt is not null;
        if (begun) await AtEstates(async estate => Note(await estate.Finish()));
        if (begun && !next.Sandbox) await Write(board.Keep(Results(next)));
        if (begun) await Keep(next with { Results = Standings });
        else await Forget(next);
        if (begun) await Task.WhenAll(next.Teams.Select(team => Result(team).Verify()));
        _round?.Dispose();
        return null;
    }

    public Task<RoomState?> Watch(string process, IRoomObserver observer, ImmutableArray<string> online)
    {
        if (_drill is null) return Show();
        _observers.Subscribe(process, observer);
        if (_presence.Report(process, online)) TellSoon();
        return Show();
    }

    public Task Unwatch(string process)
    {
        _observers.Unsubscribe(process);
        if (_presence.Report(process, []) && _drill is not null) TellSoon();
        return Task.CompletedTask;
    }

    public async Task Diverged(string team)
    {
        logger.LogError("Drill {Drill}, team {Team}: replay and log differ; its results cannot be trusted", Drill.Id, team);
        if (!Drill.Diverged) await Keep(Drill with { Diverged = true });
    }

    public async Task Wake()
    {
        if (_drill is null or { Status: DrillStatus.Finished }) return;
        await Remind();
        if (_drill.StartedAt is not null) await AskEstates();
    }

    /// <summary>That it is awake is all that was wanted; a finished one need not be any more.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (_drill is not { Status: not DrillStatus.Finished }) await NeedNotGoOn();
    }

    private async Task<Refusal?> Change(Refusal? refusal, DrillRecord next, Func<IEstateGrain, Task> tell)
    {
        if (refusal is not null) return refusal;
        await Keep(next);
        if (next.StartedAt is not null) await AtEstates(tell);
        return null;
    }

    private async Task Keep(DrillRecord next)
    {
        next = next with { Revision = (_drill?.Revision ?? 0) + 1 };
        await Write(drills.Save(next));
        _drill = next;
        TellSoon();
    }

    private async Task Write(Task write)
    {
        try
        {
            await write;
        }
        catch (SupersededException)
        {
            // Another activation goes on with it, and knows what this one does not.
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>A silo that is alone has nobody to be reminded by: when it starts again it wakes its drills itself.</summary>
    private async Task Remind()
    {
        if (ServiceProvider.GetService<IReminderTable>() is not null)
            await this.RegisterOrUpdateReminder(GoesOn, Reminded, Reminded);
    }

    private void Attend() =>
        _round ??= this.RegisterGrainTimer(Attend, new GrainTimerCreationOptions(Round, Round) { KeepAlive = true });

    /// <summary>A process that is about to end asks and tells nobody any more: its grains are being put to sleep.</summary>
    private bool Stopping => process.ApplicationStopping.IsCancellationRequested;

    private async Task Attend(CancellationToken cancellationToken)
    {
        if (Stopping) return;
        if (_waits && !await GoesOnAgain()) return;
        if (Drill.Status is DrillStatus.Running || !KnowsHowTheyStand) await AskEstates();
        if (Drill.Status is not DrillStatus.Running) _pulse.Forget();
        var over = Drill.StartedAt is not null
            && Drill.Teams.All(team => _standings.GetValueOrDefault(team.Id) is { Ended: true });
        if (Drill.Status != DrillStatus.Finished && (over || _presence.NobodyFor(DrillRules.Patience(Drill)))) await Finish();
    }

    /// <param name="standings">Nothing else has changed.</param>
    private void TellSoon(bool standings = false)
    {
        _roomChanged |= !standings;
        if (_telling) return;
        _telling = true;
        // The room goes whole to everybody in it, so a big one is told less often.
        _tell?.Change(Bundle + (_drill!.People.Length * PerPerson), Timeout.InfiniteTimeSpan);
    }

    private Task Tell(CancellationToken cancellationToken)
    {
        _telling = false;
        if (Stopping || _drill is null) return Task.CompletedTask;
        _observers.ClearExpired();
        var (whole, room) = (_roomChanged, Room());
        _roomChanged = false;
        return _observers.Notify(observer => whole ? observer.Room(room) : observer.Standings(room));
    }

    private RoomState Room() => new(
        Drill, Drill.Status == DrillStatus.Finished ? Drill.Results : Standings, _presence.Online, _waits);

    private IEstateGrain Estate(Team team) => GrainFactory.GetGrain<IEstateGrain>(new EstateKey(Drill.Id, team.Id).ToString());

    private IResultGrain Result(Team team) => GrainFactory.GetGrain<IResultGrain>(new EstateKey(Drill.Id, team.Id).ToString());

    private Task AtEstates(Func<IEstateGrain, Task> act) => Task.WhenAll(Drill.Teams.Select(team => act(Estate(team))));
}
