using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace OpsGame.Load;

/// <summary>One real SignalR client with a seat: sends commands, and times each until the frame that shows its outcome.</summary>
internal sealed class PlayerClient : IAsyncDisposable
{
    private readonly HubConnection hub;
    private readonly Measurements measurements;
    private readonly ConcurrentDictionary<string, long> pending = new();
    private readonly string name;
    private long tick = -1;
    private int sent;
    private volatile string? balancer;

    public PlayerClient(LoadPlan plan, string name, Measurements measurements)
    {
        this.name = name;
        this.measurements = measurements;
        hub = new HubConnectionBuilder()
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
        hub.On<Frame>("Frame", Saw);
    }

    public Task Connect(CancellationToken cancel) => hub.StartAsync(cancel);

    public async Task<Seat> Create(string scenario, string[] teams) =>
        Taken(await hub.InvokeAsync<SeatAnswer>("Create", new CreateDrill(scenario, name, teams, 1)));

    public async Task Join(string code, string team)
    {
        Taken(await hub.InvokeAsync<SeatAnswer>("Join", new JoinDrill(code, name, team, "player")));
    }

    public Task Call(string method, CancellationToken cancel) => hub.InvokeAsync<Refusal?>(method, cancel);

    public async Task Look(CancellationToken cancel)
    {
        if (await hub.InvokeAsync<Frame?>("FullFrame", cancel) is { } full) Saw(full);
    }

    /// <summary>Changes the balancer's algorithm to and fro every interval until cancelled.</summary>
    public async Task Play(TimeSpan every, TimeSpan offset, CancellationToken cancel)
    {
        await Task.Delay(offset, cancel);
        using var timer = new PeriodicTimer(every);
        do
        {
            if (balancer is null) continue;
            var id = $"{name}-{++sent}";
            pending[id] = Stopwatch.GetTimestamp();
            var args = new Dictionary<string, string> { ["algorithm"] = sent % 2 == 0 ? "round-robin" : "two-choices" };
            var receipt = await hub.InvokeAsync<Receipt>("Command", new CommandRequest(id, "set-algorithm", balancer, args), cancel);
            if (receipt.Refusal is null) continue;
            pending.TryRemove(id, out _);
            measurements.Refused();
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private void Saw(Frame frame)
    {
        if (frame.Balancers.Length > 0) balancer = frame.Balancers[0].Id;
        measurements.SawFrame(tick >= 0 && !frame.Full && frame.Tick > tick && frame.Previous != tick, frame.BehindMs);
        if (frame.Tick > tick) tick = frame.Tick;
        foreach (var told in frame.Events)
            if (told.Command is { } id && pending.TryRemove(id, out var at)) measurements.SawOutcome(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
    }

    private static Seat Taken(SeatAnswer answer) =>
        answer.Seat ?? throw new InvalidOperationException($"no seat: {answer.Refusal?.Code}");
}
