using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Packing;

namespace OpsGame.Load.Chaos;

/// <summary>
/// Somebody with a seat who stays: looks for the server it belongs to whenever the connection is lost, sends each command until
/// it is
/// answered, and remembers for which tick it was acknowledged.
/// </summary>
internal sealed class Player(string name, Tally tally) : IAsyncDisposable
{
    /// <summary>A call to a server that was stopped is never answered.</summary>
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    /// <summary>What is sent again: nobody there to take it yet, or too much at once.</summary>
    private static readonly string[] Later = ["estate-restarting", "estate-catching-up", "too-fast", "storage-unavailable"];

    private readonly ConcurrentDictionary<string, long> _acknowledged = new();
    private readonly List<string> _order = [];
    private HubConnection? _hub;
    private Uri? _at;
    private int _sent;

    public string Name => name;

    public Sight Sight { get; } = new(name, tally);

    public HeldSeat? Seat { get; private set; }

    /// <summary>The server it is to be connected to.</summary>
    public required Uri Server { get; set; }

    /// <summary>The servers began anew since it was last connected: nobody remembers old frames.</summary>
    public bool AllNew { get; set; }

    /// <summary>Takes its seat, then returns to it until stopped.</summary>
    public async Task Sit(string method, object request, CancellationToken stop)
    {
        await Connect(stop);
        var answer = await _hub!.InvokeAsync<Seating>(method, request, stop);
        Seat = answer.Seat ?? throw new InvalidOperationException($"{name} got no seat: {answer.Refusal?.Code}");
    }

    /// <summary>Keeps it connected.</summary>
    public async Task Attend(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (_hub is not { State: HubConnectionState.Connected } || _at != Server) await Return(stop);
            await Pause(Breath, stop);
        }
    }

    /// <summary>Commands, one after another.</summary>
    public async Task Play(TimeSpan every, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await SendUntilAnswered(Interlocked.Increment(ref _sent), stop);
            await Pause(every, stop);
        }
    }

    /// <summary>
    /// Sends acknowledged commands again, the newest or all: each was carried out once, in the tick it was acknowledged for.
    /// </summary>
    public async Task Prove(int newest)
    {
        string[] ids;
        lock (_order) ids = [.. _order.TakeLast(newest)];
        foreach (var id in ids)
        {
            var now = await Again(id);
            if (now == _acknowledged[id]) continue;
            tally.Lost($"command {id} was acknowledged for tick {_acknowledged[id]}, now {now?.ToString() ?? "it is unknown"}");
        }
    }

    /// <summary>A method that answers with a refusal or nothing; asked until somebody answers. The refusal's code.</summary>
    public async Task<string?> Order(string method, params object[] args)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var late = new CancellationTokenSource(Answer);
                var refusal = _hub is { State: HubConnectionState.Connected } hub
                    ? await hub.InvokeCoreAsync<Refusal?>(method, args, late.Token)
                    : new Refusal(Later[0]);
                if (!Later.Contains(refusal?.Code)) return refusal?.Code;
            }
            catch (Exception lost) when (IsLost(lost) && tries < 20)
            {
                // the connection is being made again
            }

            if (tries >= 100) return "nobody answers";
            await Task.Delay(Breath);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_hub is not null) await _hub.DisposeAsync();
    }

    private async Task SendUntilAnswered(int number, CancellationToken stop)
    {
        var id = $"{name}-{number}";
        while (!stop.IsCancellationRequested)
        {
            var receipt = await Ask(id, number, stop);
            if (receipt is { Refusal: null })
            {
                Note(id, receipt.Tick);
                return;
            }

            if (receipt is not null && !Later.Contains(receipt.Refusal!.Code)) return;
            await Pause(Breath, stop);
        }
    }

    private async Task<long?> Again(string id)
    {
        var number = int.Parse(id[(id.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        for (var tries = 0; tries < 100; tries++)
        {
            if (await Ask(id, number, CancellationToken.None) is { Refusal: null } receipt) return receipt.Tick;
            await Task.Delay(Breath);
        }

        return null;
    }

    /// <summary>Null: no answer.</summary>
    private async Task<Receipt?> Ask(string id, int number, CancellationToken stop)
    {
        if (_hub is not { State: HubConnectionState.Connected } hub || Seat is null) return null;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(Answer);
        try
        {
            var args = new Dictionary<string, string> { ["algorithm"] = number % 2 == 0 ? "round-robin" : "random" };
            var command = new CommandRequest(id, "set-algorithm", "balancer", args);
            return await hub.InvokeAsync<Receipt>("Command", command, late.Token);
        }
        catch (Exception lost) when (IsLost(lost))
        {
            return null;
        }
    }

    private void Note(string id, long tick)
    {
        tally.Acknowledged();
        Sight.Acknowledged(tick);
        _acknowledged[id] = tick;
        lock (_order) _order.Add(id);
    }

    private async Task Return(CancellationToken stop)
    {
        try
        {
            await Connect(stop);
            if (Seat is { } seat && (await _hub!.InvokeAsync<Seating>("Resume", seat.Token, stop)).Refusal is { } refusal)
                await _hub!.StopAsync(stop);
        }
        catch (Exception lost) when (IsLost(lost))
        {
            // tried again a breath later
        }
    }

    private async Task Connect(CancellationToken stop)
    {
        if (_hub is { } before) await before.DisposeAsync();
        var (server, first) = (Server, !AllNew);
        var hub = new HubConnectionBuilder().WithUrl(new Uri(server, "/hub")).AddMessagePackProtocol().Build();
        // A server that was stopped is to be heard again when it is woken.
        hub.ServerTimeout = TimeSpan.FromMinutes(5);
        var estate = new FrameUnpacker();
        hub.On<byte[]>("Frame", bytes =>
        {
            if (estate.Read(bytes) is not { } frame) return;
            Sight.Saw(frame, first);
            first = false;
        });
        (_hub, _at) = (hub, server);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(Answer);
        await hub.StartAsync(late.Token);
    }

    private static bool IsLost(Exception failure) => failure is OperationCanceledException or InvalidOperationException
        or IOException or HttpRequestException or TimeoutException or WebSocketException or HubException
        // all transports that were tried failed; half an answer of a server that is ending
        or AggregateException or InvalidDataException;

    private static async Task Pause(TimeSpan time, CancellationToken stop) =>
        await Task.Delay(time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
