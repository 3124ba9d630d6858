using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;

namespace OpsGame.Load.Floods;

/// <summary>A drill of one team of eight who play on, whatever happens to the server.</summary>
internal sealed class Innocents : IAsyncDisposable
{
    /// <summary>Between two ticks, at the speed they play at.</summary>
    public const double TickMs = 250;

    private const int Players = 8;

    private static readonly TimeSpan CommandEvery = TimeSpan.FromSeconds(1);

    private readonly List<PlayerClient> _clients = [];
    private readonly CancellationTokenSource _over = new();
    private Task[] _playing = [];

    public Measurements Measured { get; } = new();

    /// <summary>Players the server has lost so far.</summary>
    public int Lost => _playing.Count(playing => playing.IsFaulted);

    /// <summary>A clock that stands sends no late frames: how much later than a tick the next one is already.</summary>
    public double OverdueMs => _clients[1..].Max(player => player.SilentMs) - TickMs;

    public static async Task<Innocents> Begin(FloodPlan plan, CancellationToken cancel)
    {
        var innocents = new Innocents();
        var server = plan.Server.GetLeftPart(UriPartial.Authority);
        var instructor = await innocents.Connect(server, "Grace", cancel);
        var seat = await instructor.Create(plan.Scenario, ["Innocent"], Random.Shared.NextInt64(1L << 53));
        var estate = new EstateSight();
        for (var number = 1; number <= Players; number++)
        {
            var player = await innocents.Connect(server, $"Ada {number}", cancel);
            await player.Join(seat.Code, seat.Room.Teams[0].Id, estate, observes: false, cancel);
        }

        await instructor.Call("Start", cancel);
        var players = innocents._clients[1..];
        await Task.WhenAll(players.Select(player => player.Look(cancel)));
        var offset = CommandEvery / Players;
        innocents._playing =
        [
            .. players.Select((player, index) => Turns.Repeat(
                CommandEvery, offset * index, () => player.Act(innocents._over.Token), innocents._over.Token)),
        ];
        return innocents;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        try
        {
            await Task.WhenAll(_playing);
        }
        catch (Exception ended) when (
            ended is OperationCanceledException or HubException or InvalidOperationException or IOException or WebSocketException)
        {
            // Playing ends by being cancelled; whom the server lost before was counted.
        }

        foreach (var client in _clients) await client.DisposeAsync();
        _over.Dispose();
    }

    private async Task<PlayerClient> Connect(string server, string name, CancellationToken cancel)
    {
        var client = new PlayerClient(server, name, Measured);
        _clients.Add(client);
        await client.Connect(cancel);
        return client;
    }
}
