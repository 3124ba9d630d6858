using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;

namespace OpsGame.Load;

/// <summary>
/// Hours of play at eight times the speed: drills begin, are played, joined and left, end and are followed by others; now and
/// then a line says what the server takes.
/// </summary>
internal sealed class Soak(string url, int lanes, TimeSpan lasts, TimeSpan every, int? pid, string? data)
{
    private const int Speed = 8;
    private const int PlayersPerTeam = 3;

    private readonly Measurements _measurements = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _drills;
    private int _commands;
    private int _changes;

    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "The server.", DefaultValueFactory = _ => "http://localhost:5080" };
        var lanes = new Option<int>("--lanes") { Description = "Drills of two teams at a time.", DefaultValueFactory = _ => 4 };
        var hours =
            new Option<double>("--hours") { Description = "Simulated, at ×8.", DefaultValueFactory = _ => 8 };
        var every = new Option<double>("--line") { Description = "Real minutes to the next line.", DefaultValueFactory = _ => 5 };
        var pid = new Option<int?>("--pid") { Description = "The server's process id on this machine, to measure its memory." };
        var data = new Option<string?>("--data") { Description = "The server's data file, to measure how it grows." };
        var command = new Command("soak", "Hours of play with joins and leaves: prints memory and data as they grow.")
        {
            url, lanes, hours, every, pid, data,
        };
        command.SetAction((given, cancel) => new Soak(
            given.GetValue(url)!, given.GetValue(lanes), TimeSpan.FromHours(given.GetValue(hours) / Speed),
            TimeSpan.FromMinutes(given.GetValue(every)), given.GetValue(pid), given.GetValue(data)).Run(cancel));
        return command;
    }

    private async Task Run(CancellationToken cancel)
    {
        Console.WriteLine("| simulated hours | drills | commands | left and joined | memory MiB | data MiB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(lasts);
        Task[] playing = [.. Enumerable.Range(1, lanes).Select(lane => Lane(lane, stop.Token))];
        try
        {
            for (; ; Print()) await Task.Delay(every, stop.Token);
        }
        catch (OperationCanceledException)
        {
            Print();
        }

        await Task.WhenAll(playing);
    }

    /// <summary>One drill after the other.</summary>
    private async Task Lane(int lane, CancellationToken stop)
    {
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            try
            {
                await Drill(lane, turn, stop);
            }
            catch (Exception trouble) when (stop.IsCancellationRequested || trouble is
                InvalidOperationException or IOException or WebSocketException or HubException)
            {
                if (stop.IsCancellationRequested) return;
                // somebody came as the drill ended, or drills are begun faster than one address may
                Console.Error.WriteLine($"lane {lane}: {trouble.Message}");
                await Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None);
            }
        }
    }

    private async Task Drill(int lane, int turn, CancellationToken stop)
    {
        await using var host = new PlayerClient(url, $"Host {lane}", _measurements);
        await host.Connect(stop);
        var seat = await host.Create("balancer-health-checks", ["Red", "Blue"], seed: (lane * 1000) + turn);
        var players = new List<PlayerClient>();
        try
        {
            for (var number = 0; number < 2 * PlayersPerTeam; number++)
                players.Add(await Join(seat, seat.Room.Teams[number % 2].Id, $"{lane} {turn} {number}", stop));
            await host.Call("Start", stop);
            await host.Call("Speed", (double)Speed, stop);
            foreach (var player in players) await player.Look(stop);
            for (var second = 0; !players[0].IsOver; second++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), stop);
                if (second % 10 == 9) await Change(seat, players, second / 10, $"{lane} {turn} later {second}", stop);
                foreach (var player in players.Where(player => !player.IsOver))
                {
                    await player.Act(stop);
                    Interlocked.Increment(ref _commands);
                }
            }

            Interlocked.Increment(ref _drills);
        }
        finally
        {
            foreach (var player in players) await player.DisposeAsync();
        }
    }

    /// <summary>Somebody leaves, and somebody else sits down.</summary>
    private async Task Change(Seat seat, List<PlayerClient> players, int turn, string name, CancellationToken stop)
    {
        var at = turn % players.Count;
        await using var leaves = players[at];
        await leaves.Leave(stop);
        players[at] = await Join(seat, seat.Room.Teams[at % 2].Id, name, stop);
        await players[at].Look(stop);
        Interlocked.Increment(ref _changes);
    }

    private async Task<PlayerClient> Join(Seat seat, string team, string name, CancellationToken stop)
    {
        var client = new PlayerClient(url, name, _measurements);
        await client.Connect(stop);
        await client.Join(seat.Code, team, new EstateSight(), observes: false, stop);
        return client;
    }

    private void Print()
    {
        const double MiB = 1024 * 1024;
        var bytes = data is null ? 0 : new[] { data, $"{data}-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {_clock.Elapsed.TotalHours * Speed:0.0} | {_drills} | {_commands} | {_changes} "
            + $"| {new ServerProcess(pid).MemoryBytes / MiB:0} | {bytes / MiB:0.0} |"));
    }
}
