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
    private long _tick = -1;
    private int _sent;
    private volatile string? _balancer;

    public PlayerClient(LoadPlan plan, string name, Measurements measurements)
    {
        _name = name;
        _measurements = measurements;
        _hub = new HubConnectionBuilder()
            .WithUrl($"{plan.Url}/hub", options =>
            {
                options.SkipNegotiation = true;
                options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
                options.WebSocketFactory = async (context, cancel) =>
                {
                    var socket = new ClientWebSocket();
                    await socket.ConnectAsync(context.Uri, cancel);
                    return new CountingWebSocket(socket, measurements.Received);
                };
            })
            .AddMessagePackProtocol()
            .Build();
        _hub.On<byte[]>("Frame", Saw);
    }

    /// <summary>Since its last frame.</summary>
    public double SilentMs => _lateness.SilentMs;

    public Task Connect(CancellationToken cancel) => _hub.StartAsync(cancel);

    public async Task<Seat> Create(string scenario, string[] teams, long seed) =>
        Taken(await _hub.InvokeAsync<SeatAnswer>("Create", new CreateDrill(scenario, _name, teams, seed)));

    /// <param name="estate">The team's, shared with its other clients.</param>
    public async Task Join(string code, string team, EstateSight estate)
    {
        _estate = estate;
        Taken(await _hub.InvokeAsync<SeatAnswer>("Join", new JoinDrill(code, _name, team, "player")));
    }

    public Task Call(string method, CancellationToken cancel) => _hub.InvokeAsync<Refusal?>(method, cancel);

    public async Task Look(CancellationToken cancel)
    {
        if (await _hub.InvokeAsync<byte[]?>("FullFrame", cancel) is { } full) Saw(full);
    }

    /// <summary>Changes the balancer's algorithm to and fro every interval until cancelled.</summary>
    public async Task Play(TimeSpan every, TimeSpan offset, CancellationToken cancel)
    {
        await Task.Delay(offset, cancel);
        using var timer = new PeriodicTimer(every);
        do
        {
            if (_balancer is null) continue;
            var id = $"{_name}-{++_sent}";
            _pending[id] = Stopwatch.GetTimestamp();
            var args = new Dictionary<string, string> { ["algorithm"] = _sent % 2 == 0 ? "round-robin" : "two-choices" };
            var receipt =
                await _hub.InvokeAsync<Receipt>("Command", new CommandRequest(id, "set-algorithm", _balancer, args), cancel);
            if (receipt.Refusal is null) continue;
            _pending.TryRemove(id, out _);
            _measurements.Refused();
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private void Saw(byte[] bytes)
    {
        if (_estate.Read(bytes) is not { } frame) return;
        if (frame.Balancers.Length > 0) _balancer = frame.Balancers[0].Id;
        // Who falls behind is sent a full frame: what it leaps over is a gap as well.
        _measurements.SawFrame(_tick >= 0 && frame.Tick > _tick + 1, frame.BehindMs, _lateness.OfMs(frame.TimeMs));
        if (frame.Tick > _tick) _tick = frame.Tick;
        foreach (var told in frame.Events)
            if (told.Command is { } id && _pending.TryRemove(id, out var at))
                _measurements.SawOutcome(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
    }

    private static Seat Taken(SeatAnswer answer) =>
        answer.Seat ?? throw new InvalidOperationException($"no seat: {answer.Refusal?.Code}");
}
