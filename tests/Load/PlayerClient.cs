using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace OpsGame.Load;

/// <summary>One real SignalR client with a seat: sends commands, and times each until the frame that shows its outcome.</summary>
internal sealed class PlayerClient : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly Measurements _measurements;
    private readonly ConcurrentDictionary<string, long> _pending = new();
    private readonly Lateness _lateness = new();
    private readonly string _name;
    private EstateSight _estate = new();
    private WebSocket? _socket;
    private string _token = "";
    private long _tick = -1;
    private int _sent;
    private volatile string? _balancer;

    public PlayerClient(string url, string name, Measurements measurements)
    {
        _name = name;
        _measurements = measurements;
        _hub = new HubConnectionBuilder()
            .WithUrl($"{url}/hub", options =>
            {
                options.SkipNegotiation = true;
                options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
                options.WebSocketFactory = async (context, cancel) =>
                {
                    var socket = new ClientWebSocket();
                    await socket.ConnectAsync(context.Uri, cancel);
                    return _socket = new CountingWebSocket(socket, measurements.Received);
                };
            })
            .AddMessagePackProtocol()
            .Build();
        _hub.On<byte[]>("Frame", Saw);
    }

    /// <summary>Its estate has ended, as far as it has been told.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Since its last frame.</summary>
    public double SilentMs => _lateness.SilentMs;

    public Task Connect(CancellationToken cancel) => _hub.StartAsync(cancel);

    public async Task<Seat> Create(string scenario, string[] teams, long seed) =>
        Taken(await _hub.InvokeAsync<SeatAnswer>("Create", new CreateDrill(scenario, _name, teams, seed)));

    /// <param name="estate">The team's, shared with its other clients.</param>
    public async Task Join(string code, string team, EstateSight estate, bool observes, CancellationToken cancel)
    {
        _estate = estate;
        var request = new JoinDrill(code, _name, team, observes ? "observer" : "player");
        _token = Taken(await _hub.InvokeAsync<SeatAnswer>("Join", request, cancel)).Token;
    }

    public async Task Leave(CancellationToken cancel)
    {
        await _hub.InvokeAsync("Leave", cancel);
        await _hub.StopAsync(cancel);
    }

    /// <summary>Cut off, without a word.</summary>
    public async Task BreakOff(CancellationToken cancel)
    {
        _socket?.Abort();
        while (_hub.State != HubConnectionState.Disconnected) await Task.Delay(1, cancel);
    }

    /// <summary>In its seat again, with a whole frame in hand. False: not yet.</summary>
    public async Task<bool> ComesBack(CancellationToken cancel)
    {
        try
        {
            if (_hub.State == HubConnectionState.Disconnected) await _hub.StartAsync(cancel);
            if ((await _hub.InvokeAsync<SeatAnswer>("Resume", _token, cancel)).Seat is null) return false;
            await Look(cancel);
            return true;
        }
        catch (Exception refused) when (refused is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    public Task Call(string method, CancellationToken cancel) => _hub.InvokeAsync<Refusal?>(method, cancel);

    public Task Call(string method, object arg, CancellationToken cancel) => _hub.InvokeAsync<Refusal?>(method, arg, cancel);

    public async Task Look(CancellationToken cancel)
    {
        if (await _hub.InvokeAsync<byte[]?>("FullFrame", cancel) is { } full) Saw(full);
    }

    /// <summary>Changes the balancer's algorithm, to and fro.</summary>
    public async Task Act(CancellationToken cancel)
    {
        if (_balancer is null) return;
        var id = $"{_name}-{++_sent}";
        _pending[id] = Stopwatch.GetTimestamp();
        var args = new Dictionary<string, string> { ["algorithm"] = _sent % 2 == 0 ? "round-robin" : "two-choices" };
        var receipt =
            await _hub.InvokeAsync<Receipt>("Command", new CommandRequest(id, "set-algorithm", _balancer, args), cancel);
        if (receipt.Refusal is null) return;
        _pending.TryRemove(id, out _);
        _measurements.Refused();
    }

    /// <summary>Looks at the balancer's past, as an open inspector does.</summary>
    public async Task Inspect(CancellationToken cancel)
    {
        if (_balancer is not null && await _hub.InvokeAsync<HistoryView?>("Inspect", _balancer, cancel) is not null)
            _measurements.SawHistory();
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private void Saw(byte[] bytes)
    {
        if (_estate.Read(bytes) is not { } frame) return;
        IsOver = frame.Status == "finished";
        if (frame.Balancers.Length > 0) _balancer = frame.Balancers[0].Id;
        // Who falls behind is sent a full frame: what it leaps over is a gap as well.
        _measurements.SawFrame(bytes.Length, _tick >= 0 && frame.Tick > _tick + 1, frame.BehindMs, _lateness.OfMs(frame.TimeMs));
        if (frame.Tick > _tick) _tick = frame.Tick;
        foreach (var told in frame.Events)
            if (told.Command is { } id && _pending.TryRemove(id, out var at))
                _measurements.SawOutcome(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
    }

    private static Seat Taken(SeatAnswer answer) =>
        answer.Seat ?? throw new InvalidOperationException($"no seat: {answer.Refusal?.Code}");
}
