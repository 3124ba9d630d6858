using System.Diagnostics;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Packing;
using OpsGame.Server.Tests.Wire;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>Somebody at a real connection, with the protocol a browser uses. Keeps the estate as the frames tell it.</summary>
internal sealed partial class Player : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HubConnection _hub;
    private readonly Lock _gate = new();
    private readonly List<Frame> _frames = [];
    private readonly FrameUnpacker _estate = new();
    private readonly List<string> _boards = [];
    private readonly List<EvaluationView> _evaluations = [];
    private readonly List<EndedSeat> _ended = [];
    private readonly List<Room> _rooms = [];
    private readonly List<string> _broken = [];
    private readonly List<(Func<bool> Until, TaskCompletionSource Seen)> _waiting = [];

    private Player(HubConnection hub)
    {
        _hub = hub;
        hub.On<byte[]>(nameof(IDrillClient.Frame), See);
        hub.On<Room>(nameof(IDrillClient.Room), room => Take(room, _rooms.Add));
        hub.On<Standings>(nameof(IDrillClient.Standings), standings => Take(standings, now => _rooms.Stand(now, Seat!)));
        hub.On<EvaluationView>(nameof(IDrillClient.Evaluation), evaluation => Take(evaluation, _evaluations.Add));
        hub.On<EndedSeat>(nameof(IDrillClient.SeatEnded), ended => Take(ended, _ended.Add));
        hub.On<string>(nameof(IDrillClient.Board), scenario => Take(scenario, _boards.Add));
    }

    /// <summary>Every frame received, oldest first.</summary>
    public List<Frame> Frames => Snapshot(_frames);

    public List<Room> Rooms => Snapshot(_rooms);

    /// <summary>Seats this connection lost because they were given up at another.</summary>
    public List<EndedSeat> Ended => Snapshot(_ended);

    /// <summary>Every word about an evaluation that is watched.</summary>
    public List<EvaluationView> Evaluations => Snapshot(_evaluations);

    /// <summary>Scenarios whose boards got another entry.</summary>
    public List<string> Boards => Snapshot(_boards);

    public Seat? Seat { get; private set; }

    /// <summary>Negotiate: as a browser does; it gets its cookie then.</summary>
    public static async Task<Player> Connect(
        Uri server, string? cookie = null, bool negotiate = true, string? forwardedFor = null, string version = "")
    {
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(server, $"/hub?wire={version}"), http =>
            {
                if (cookie is not null) http.Headers["Cookie"] = cookie;
                http.SkipNegotiation = !negotiate;
                if (!negotiate) http.Transports = HttpTransportType.WebSockets;
                if (forwardedFor is not null) http.Headers["X-Forwarded-For"] = forwardedFor;
            })
            .AddMessagePackProtocol(protocol => protocol.SerializerOptions = WireProtocol.Options)
            .Build();
        var player = new Player(hub);
        await hub.StartAsync();
        return player;
    }

    public Task<ScenarioCard[]> Library() => _hub.InvokeAsync<ScenarioCard[]>(nameof(IDrillHub.Library));

    public Task<BoardEntry[]> Board(string scenario) => _hub.InvokeAsync<BoardEntry[]>(nameof(IDrillHub.Board), scenario);

    public Task<SeatAnswer> PlayNow(string? scenario = null) => Sit(nameof(IDrillHub.PlayNow), [scenario]);

    public Task<SeatAnswer> Create(string scenario, string name, string[] teams, long? seed = null) =>
        Sit(nameof(IDrillHub.Create), new CreateDrill(scenario, name, teams, seed));

    public Task<SeatAnswer> Join(string code, string name, string? team = null, string role = "player") =>
        Sit(nameof(IDrillHub.Join), new JoinDrill(code, name, team, role));

    public Task<SeatAnswer> FindDrill(string code) => _hub.InvokeAsync<SeatAnswer>(nameof(IDrillHub.FindDrill), code);

    public Task<SeatAnswer> Resume(string token) => Sit(nameof(IDrillHub.Resume), token);

    public Task<SeatAnswer> Oversee(string drill) => Sit(nameof(IDrillHub.Oversee), drill);

    public Task<Text?> Notes() => _hub.InvokeAsync<Text?>(nameof(IDrillHub.Notes));

    public Task Leave() => _hub.InvokeAsync(nameof(IDrillHub.Leave));

    public async Task<Frame?> FullFrame() =>
        await _hub.InvokeAsync<byte[]?>(nameof(IDrillHub.FullFrame)) is { } all ? new FrameUnpacker().Read(all) : null;

    public Task<HistoryView?> Inspect(string component) => _hub.InvokeAsync<HistoryView?>(nameof(IDrillHub.Inspect), component);

    public Task<Receipt> Command(string id, string action, string target, params (string Name, string Value)[] args) =>
        _hub.InvokeAsync<Receipt>(nameof(IDrillHub.Command),
            new CommandRequest(id, action, target, args.ToDictionary(arg => arg.Name, arg => arg.Value)));

    /// <summary>Sends it again and again, with the same id, while the estate is being brought back.</summary>
    public async Task<Receipt> Persists(string id, string action, string target, params (string Name, string Value)[] args)
    {
        for (var since = Stopwatch.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(200)))
        {
            var receipt = await Command(id, action, target, args);
            var comesBack = receipt.Refusal?.Code is "estate-restarting" or "estate-catching-up" or "storage-unavailable";
            if (!comesBack || Stopwatch.GetElapsedTime(since) > Patience) return receipt;
        }
    }

    public Task<PreviewView> Preview(string action, string target, params (string Name, string Value)[] args) =>
        _hub.InvokeAsync<PreviewView>(
            nameof(IDrillHub.Preview), new PreviewRequest(action, target, args.ToDictionary(arg => arg.Name, arg => arg.Value)));

    /// <summary>Takes back what an event says was done.</summary>
    public Task<Receipt> Undo(string id, EventView done) => _hub.InvokeAsync<Receipt>(
        nameof(IDrillHub.Command), new CommandRequest(id, done.Undo!.Action, done.Undo.Target, done.Undo.Args, done.Command));

    /// <summary>The outcome of a command.</summary>
    public async Task<EventView> Outcome(string command)
    {
        var frame = await Sees(frame => frame.Events.Any(told => told.Command == command));
        return frame.Events.First(told => told.Command == command);
    }

    public Task<string?> EndDrills(params string[] ids) => Order(nameof(IDrillHub.EndDrills), (object)ids);

    public Task<DrillCard[]> Drills() => _hub.InvokeAsync<DrillCard[]>(nameof(IDrillHub.Drills));

    public Task<LabView?> Lab(string scenario) => _hub.InvokeAsync<LabView?>(nameof(IDrillHub.Lab), scenario);

    public Task<PlanCheck> CheckPlan(string scenario, string text) =>
        _hub.InvokeAsync<PlanCheck>(nameof(IDrillHub.CheckPlan), scenario, text);

    public Task<EvaluationAnswer> Evaluate(string scenario, string text) =>
        _hub.InvokeAsync<EvaluationAnswer>(nameof(IDrillHub.Evaluate), scenario, text);

    public Task<EvaluationView?> WatchEvaluation(string id) =>
        _hub.InvokeAsync<EvaluationView?>(nameof(IDrillHub.WatchEvaluation), id);

    public Task<string?> PlanOf(string id) => _hub.InvokeAsync<string?>(nameof(IDrillHub.PlanOf), id);

    public Task<StrategyBoard?> Strategies(string scenario, int? version = null) =>
        _hub.InvokeAsync<StrategyBoard?>(nameof(IDrillHub.Strategies), scenario, version);

    public Task<string?> Submit(EvaluationAnswer answer, string name) =>
        Order(nameof(IDrillHub.Submit), new SubmitStrategy(answer.Id, answer.Token, name));

    /// <summary>Runs a plan and waits for its last seed.</summary>
    public async Task<EvaluationAnswer> Runs(string scenario, string text)
    {
        var answer = await Evaluate(scenario, text);
        Assert.Null(answer.Refusal);
        Assert.Empty(answer.Problems);
        await SeesEvaluation(answer.Id, view => view.Status != "open");
        return answer;
    }

    public async Task<EvaluationView> SeesEvaluation(string id, Func<EvaluationView, bool> wanted)
    {
        var now = await WatchEvaluation(id);
        if (now is not null && wanted(now)) return now;
        await Until(() => Evaluations.Any(view => view.Id == id && wanted(view)));
        lock (_gate) return Evaluations.First(view => view.Id == id && wanted(view));
    }

    public Task LosesSeat() => Until(() => Ended.Count > 0);

    public Task SeesBoard(string scenario) => Until(() => Boards.Contains(scenario));

    public Task SeesBoards(int count) => Until(() => Boards.Count >= count);

    /// <summary>A method that answers with a refusal or nothing.</summary>
    public async Task<string?> Order(string method, params object?[] args) =>
        (await _hub.InvokeCoreAsync<Refusal?>(method, args))?.Code;

    public async Task<Frame> Sees(Func<Frame, bool> wanted)
    {
        await Until(() => _frames.Any(wanted));
        lock (_gate) return _frames.First(wanted);
    }

    public async Task<Room> SeesRoom(Func<Room, bool> wanted)
    {
        await Until(() => Rooms.Any(wanted));
        lock (_gate) return Rooms.First(wanted);
    }

    /// <summary>Nothing may have arrived that the client's types do not know.</summary>
    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        lock (_gate) Assert.Empty(_broken.Distinct());
    }

    private async Task<SeatAnswer> Sit(string method, params object?[] request)
    {
        var answer = await _hub.InvokeCoreAsync<SeatAnswer>(method, request);
        if (answer.Seat is { } seat) Take(seat, taken => Seat = taken);
        return answer;
    }

    private async Task Until(Func<bool> condition)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (condition()) return;
            _waiting.Add((condition, seen));
        }

        await seen.Task.WaitAsync(Patience);
    }

    private void See(byte[] bytes)
    {
        // none: it was on its way from an estate looked at before
        lock (_gate) if (_estate.Read(bytes) is { } frame) Keep(() => _frames.Add(frame));
    }

    private void Take<T>(T message, Action<T> keep)
    {
        lock (_gate)
        {
            _broken.AddRange(Wording.Broken(message));
            Keep(() => keep(message));
        }
    }

    private void Keep(Action keep)
    {
        keep();
        foreach (var waiting in _waiting.Where(each => each.Until()).ToArray())
        {
            _waiting.Remove(waiting);
            waiting.Seen.SetResult();
        }
    }

    /// <summary>Others come in while it is read.</summary>
    private List<T> Snapshot<T>(List<T> received)
    {
        lock (_gate) return [.. received];
    }
}
