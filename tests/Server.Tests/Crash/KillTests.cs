using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Storage;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Settings;
using OpsGame.Server.Storage;
using OpsGame.Server.Tests.Play;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Estates;

namespace OpsGame.Server.Tests.Crash;

/// <summary>The process is killed in the middle of a drill. What was acknowledged has happened, and the drill goes on.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>The promise is 5 s on a machine that is there for it; a test may share its machine with others.</summary>
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task AfterAKillNoAcknowledgedCommandIsLostAndTheSeatIsStillThere()
    {
        await using var server = new ServerUnderTest();
        await server.Start();
        var player = await Player.Connect(server.Address);
        await player.PlayNow(await PlayTests.Balancers(player));
        var seat = player.Seat!;
        Assert.Null(await player.Order(nameof(IDrillHub.Speed), 4.0));
        await player.Sees(frame => frame.Tick >= 4);
        var (acknowledged, lastTick) = await PlayUntilKilled(server, player);
        await player.DisposeAsync();

        var since = Stopwatch.GetTimestamp();
        await server.Start();
        output.WriteLine($"started again after {Stopwatch.GetElapsedTime(since).TotalSeconds:f1} s");
        since = Stopwatch.GetTimestamp();
        await using var again = await Player.Connect(server.Address);
        var answer = await again.Resume(seat.Token);
        Assert.Null(answer.Refusal);
        Assert.Equal((seat.Player, seat.Name, seat.Team), (again.Seat!.Player, again.Seat.Name, again.Seat.Team));
        await again.Sees(frame => frame.Status == "running");
        var back = Stopwatch.GetElapsedTime(since);
        output.WriteLine(
            $"back in the seat with a running clock after {back.TotalSeconds:f2} s; {acknowledged.Count} commands acknowledged");
        Assert.True(back < Generous);
        var first = again.Frames.First(frame => frame.Status == "running");
        Assert.True(first.Tick >= acknowledged.Values.Max(), "the clock went back before an acknowledged command");
        output.WriteLine($"the clock went forward by {first.Tick - lastTick} ticks");
        Assert.True(first.Tick >= lastTick, "the clock went back behind what was seen");

        foreach (var (id, tick) in acknowledged.Take(10))
            Assert.Equal(tick, (await Act(again, id)).Tick);
        await again.Sees(frame => frame.Tick >= first.Tick + 16);
        await server.Kill();
        await AssertReplays(server, seat, acknowledged);
    }

    /// <summary>Commands follow one another until the process dies under them.</summary>
    private static async Task<(ConcurrentDictionary<string, long> Acknowledged, long LastTick)> PlayUntilKilled(
        ServerUnderTest server, Player player)
    {
        var acknowledged = new ConcurrentDictionary<string, long>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var playing = Task.Run(async () =>
        {
            try
            {
                for (var number = 0; ; number++)
                {
                    var receipt = await Act(player, $"c{number}");
                    if (receipt.Refusal is null) acknowledged[$"c{number}"] = receipt.Tick;
                    if (acknowledged.Count == 12) enough.TrySetResult();
                }
            }
            catch (Exception broken) when (broken is not NullReferenceException)
            {
                enough.TrySetException(broken);
            }
        });
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await server.Kill();
        await playing;
        return (acknowledged, player.Frames[^1].Tick);
    }

    private static Task<Receipt> Act(Player player, string id) => player.Command(
        id, "set-algorithm", player.Frames.SelectMany(frame => frame.Balancers).FirstOrDefault()?.Id ?? "balancer",
        ("algorithm", int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) % 2 == 0 ? "random" : "round-robin"));

    private static async Task AssertReplays(ServerUnderTest server, Seat seat, IDictionary<string, long> acknowledged)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(ScenarioLibrary.Load(ScenarioLibrary.DefaultDirectory));
        builder.Services.AddStorage(new Places(server.Database));
        using var host = builder.Build();
        var drill = (await host.Services.GetRequiredService<IDrillStore>().Find(seat.Drill))!;
        Assert.False(drill.Diverged);
        var logged = await host.Services.GetRequiredService<IEstateLog>().Read($"{seat.Drill}/{seat.Team}");
        var kept = logged.Entries.SelectMany(entry => entry.Commands.Select(command => (command.Id, entry.Tick)))
            .ToDictionary(each => each.Id, each => each.Tick);
        foreach (var (id, tick) in acknowledged) Assert.Equal(tick, kept[id]);

        var world = new World(await host.Services.GetRequiredService<IScenarioSource>().Load(drill.ScenarioHash), drill.Seed);
        while (world.Tick < logged.LastTick)
        {
            var entry = logged.Entries.FirstOrDefault(each => each.Tick == world.Tick + 1);
            if (entry is not null) Assert.Equal(entry.PreviousHash, world.Last.Hash);
            Headless.Step(world, entry is null ? [] : entry.Commands);
            if (world.Tick == logged.Mark!.Tick) Assert.Equal(logged.Mark.Hash, world.Last.Hash);
        }
    }
}
