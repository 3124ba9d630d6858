using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Debriefs;
using OpsGame.Server.Doors;
using OpsGame.Server.Push;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Settings;
using OpsGame.Server.Storage;
using OpsGame.Server.Texts;
using OpsGame.Server.Verification;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Hubs;

/// <summary>Identify, check, one grain call, return. Rates, roles and failures are <see cref="HubGate"/>'s.</summary>
internal sealed partial class DrillHub(
    IGrainFactory grains, Seats desk, Audience audience, SeatTokens tokens, Refusals refusals, FeedMapper feeds,
    ScenarioLibrary library, Boards boards, IDrillStore drills, IOptions<DrillOptions> options, IEvaluationStore evaluations,
    PlanCounter counter, LabMapper laboratory, LabFeed evaluationFeed, IScenarioSource scenarios, Organiser organiser,
    Debriefs.Debriefs debriefs, DailyDrill daily, AuditLog audit, ILogger<DrillHub> logger)
    : Hub<IDrillClient>, IDrillHub
{
    /// <summary>Name of a player who was never asked for one.</summary>
    private const string Somebody = "Player";

    private HeldSeat Held => Caller.Of(Context).Seat!;

    private IDrillDirectoryGrain Directory => grains.GetGrain<IDrillDirectoryGrain>(0);

    private IDrillGrain Drill => grains.GetGrain<IDrillGrain>(Held.Drill);

    public Task<ScenarioCard[]> Library() => Task.FromResult<ScenarioCard[]>([.. library.All.Select(CatalogueMapper.View)]);

    public Task<SeatAnswer> PlayNow(string? scenario) => Play(
        new NewDrill(scenario is null ? library.All[0].Id : Requested.Name(scenario), Somebody, [Somebody], null, Solo: true));

    public Task<SeatAnswer> PlaySandbox(string scenario) =>
        Play(new NewDrill(Requested.Name(scenario), Somebody, [Somebody], null, Solo: true, Sandbox: true));

    public Task<DailyView?> Daily() => Task.FromResult(
        daily.Today() is { } today ? new DailyView(today.Scenario.Id, DailyDrill.Show(today.Date)) : null);

    public Task<SeatAnswer> PlayDaily() => daily.Today() is { } today
        ? Play(new NewDrill(today.Scenario.Id, Somebody, [Somebody], today.Seed, Solo: true, Daily: true))
        : Task.FromResult(Refused(refusals.Of(DrillRefusals.ScenarioUnknown)));

    [For(Who.Seated)]
    public Task<SeatAnswer> PlayAgain() => PlayOnceMore(atMs: null);

    [For(Who.Seated)]
    public Task<SeatAnswer> PlayFrom(double atMs) => PlayOnceMore(atMs);

    public async Task<SeatAnswer> Create(CreateDrill request)
    {
        if (options.Value.OnlyOrganiserCreates && NoOrganiser is { } why) return Refused(refusals.Of(why));
        if (Requested.Drill(request, out var wanted) is { } refusal) return Refused(refusals.View(refusal)!);
        return await Open(wanted);
    }

    [ByCode]
    public async Task<SeatAnswer> FindDrill(string code)
    {
        if (await Directory.Find(code) is not { } drill) return Refused(refusals.Of(DrillRefusals.CodeUnknown));
        if (await grains.GetGrain<IDrillGrain>(drill).Show() is not { } room)
            return Refused(refusals.Of(DrillRefusals.CodeUnknown));
        return room.Drill.Status == DrillStatus.Finished
            ? Refused(refusals.Of(DrillRefusals.Finished))
            : await desk.FromTheDoor(room);
    }

    [ByCode]
    public async Task<SeatAnswer> Join(JoinDrill request)
    {
        if (Requested.Seat(request, out var wanted) is { } refusal) return Refused(refusals.View(refusal)!);
        if (await Directory.Find(request.Code) is not { } drill) return Refused(refusals.Of(DrillRefusals.CodeUnknown));
        var caller = Caller.Of(Context);
        var holds = caller.Seat is { } held && held.Drill == drill ? held.Player : "";
        return await desk.Sit(
            Context, await grains.GetGrain<IDrillGrain>(drill).Join(wanted with { Browser = caller.Browser, Holds = holds }));
    }

    public async Task<SeatAnswer> Resume(string token)
    {
        if (tokens.Open(token) is not { } seat) return Refused(refusals.Of(DrillRefusals.SeatUnknown));
        return await desk.Sit(Context, await grains.GetGrain<IDrillGrain>(seat.Drill).Seat(seat.Player));
    }

    [For(Who.Seated)]
    public async Task Leave()
    {
        var (drill, player) = (Drill, Held.Player);
        await desk.Rise(Context);
        await drill.Leave(player);
    }

    [For(Who.Seated)]
    public Task<byte[]?> FullFrame() => Task.FromResult(Held.Estate is { } estate ? audience.FullFrame(estate) : null);

    [For(Who.Watcher)]
    public async Task<Refusal?> Watch(string team)
    {
        var room = await Drill.Show();
        if (room?.Drill.Teams.Any(each => each.Id == team) != true) return refusals.Of(DrillRefusals.TeamUnknown);
        await desk.Turn(Context, Held, team);
        return null;
    }

    [For(Who.Seated)]
    public async Task<HistoryView?> Inspect(string component)
    {
        if (Held.Estate is not { } estate || Requested.Name(component) is not { } id) return null;
        return await grains.GetGrain<IEstateGrain>(estate.ToString()).History(id) is { } past
            ? FeedMapper.View(id, past)
            : null;
    }

    [For(Who.Seated)]
    public async Task<Text?> Notes()
    {
        var over = Held.Role == SeatRole.Instructor || (await Drill.Show())?.Drill.Status == DrillStatus.Finished;
        return over && (await scenarios.Load(Held.ScenarioHash)).Notes is { } notes ? CatalogueMapper.View(notes) : null;
    }

    [For(Who.Seated)]
    public async Task<DebriefAnswer> Debrief()
    {
        if (Held.Estate is not { } estate || (await Drill.Show())?.Drill.Status != DrillStatus.Finished)
            return new DebriefAnswer(null, refusals.Of(DebriefRefusals.Early));
        if (Held.Sandbox) return new DebriefAnswer(null, refusals.Of(DebriefRefusals.Sandbox));
        var seen = await debriefs.Of(estate, Address);
        return new DebriefAnswer(seen.View, refusals.View(seen.Refusal));
    }

    [For(Who.Actor)]
    public async Task<PreviewView> Preview(PreviewRequest request)
    {
        if (Requested.Preview(request, Held, out var command) is { } refusal) return PreviewView.Refused(refusals.View(refusal));
        var answer = await grains.GetGrain<IEstateGrain>(Held.Estate!.Value.ToString()).Preview(command);
        return answer.Preview is { } preview
            ? (await Feed()).View(preview, answer.NowNs, refusals.View(preview.Refusal))
            : PreviewView.Refused(refusals.View(answer.Refusal));
    }

    [For(Who.Player)]
    public async Task<Receipt> Command(CommandRequest request)
    {
        if (Requested.Command(request, Held, out var command) is { } refusal) return new Receipt(0, refusals.View(refusal));
        var receipt = await grains.GetGrain<IEstateGrain>(Held.Estate!.Value.ToString()).Command(command);
        return new Receipt(receipt.Tick, refusals.View(receipt.Refusal));
    }

    [For(Who.Director)]
    public Task<Refusal?> Start() => Direct(drill => drill.Start());

    [For(Who.Director)]
    public Task<Refusal?> Pause() => Direct(drill => drill.Pause());

    [For(Who.Director)]
    public Task<Refusal?> Continue() => Direct(drill => drill.Continue());

    [For(Who.Director)]
    public Task<Refusal?> GoOn() => Direct(drill => drill.GoOn());

    [For(Who.Director)]
    public Task<Refusal?> Speed(double speed) => Direct(drill => drill.Speed(speed));

    [For(Who.Injector)]
    public async Task<Refusal?> Inject(InjectRequest request) => Requested.Fault(request, Held, out var fault) is { } refusal
        ? refusals.View(refusal)
        : await Direct(drill => drill.Inject(request.Team, fault));

    [For(Who.Director)]
    public Task<Refusal?> Finish() => Direct(drill => drill.Finish());

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await desk.Rise(Context);
        await base.OnDisconnectedAsync(exception);
    }

    private async Task<SeatAnswer> Play(NewDrill alone) => options.Value.OnlyOrganiserPlays && NoOrganiser is { } why
        ? Refused(refusals.Of(why))
        : await Open(alone);

    private async Task<SeatAnswer> PlayOnceMore(double? atMs)
    {
        if ((await Drill.Show())?.Drill is not { Status: DrillStatus.Finished } over)
            return Refused(refusals.Of(DebriefRefusals.Early));
        var from = atMs is { } moment ? Requested.Beginning(moment, over, Held.Estate, library.Find(over.Scenario)) : null;
        return atMs is not null && from is null
            ? Refused(refusals.Of(DebriefRefusals.None))
            : await Play(new NewDrill(
                over.Scenario, Somebody, [Somebody], over.Seed, Solo: true, Again: true, Sandbox: over.Sandbox,
                Daily: daily.Is(over.Scenario, over.Seed), From: from));
    }

    private async Task<SeatAnswer> Open(NewDrill wanted) => await desk.Sit(Context, await Directory.Open(wanted with
    {
        Address = IsOrganiser ? "" : Address,
        Browser = Caller.Of(Context).Browser,
        EstatesPerAddress = options.Value.EstatesPerAddress,
    }));

    /// <summary>An order to the drill, by a seat that is still somebody's.</summary>
    private async Task<Refusal?> Direct(Func<IDrillGrain, Task<Simulation.Ticks.Refusal?>> order)
    {
        var drill = Drill;
        return refusals.View((await drill.Seat(Held.Player)).Refusal ?? await order(drill));
    }

    private async Task<FeedMapper> Feed() => feeds.In(await scenarios.Load(Held.ScenarioHash));

    private bool IsOrganiser => organiser.Is(Context.User);

    private Simulation.Ticks.RefusalCode? NoOrganiser => organiser.WhyNot(Context.User);

    private static SeatAnswer Refused(Refusal refusal) => new(null, refusal);
}
