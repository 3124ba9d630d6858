using OpsGame.Server.Tests.Crash;
using OpsGame.Server.Tests.Hosting;
using OpsGame.Server.Tests.Play;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Lab;

/// <summary>Many plans at once, and a process that dies under them.</summary>
public sealed class QueueTests
{
    private const string Small = SmallLibrary.Scenario;

    /// <summary>Reading a plan takes a core for a while: whoever sends many must not have all of them.</summary>
    [Fact]
    public async Task AnAddressHasAFewPlansReadAtATimeAndOthersAreServed()
    {
        await using var server = await SetServer.Begin("--Proxies:Known", RawLine.Here);
        var steps = Enumerable.Range(0, 500).Select(i => $"  - {{at: {i}s, action: restart-server, target: web-1}}");
        var plan = $"id: many\nsteps:\n{string.Join('\n', steps)}";
        var hands = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Player.Connect(server.Address, forwardedFor: "198.51.100.7")));
        var scenario = await PlayTests.Balancers(hands[0]);
        await using var guest = await Player.Connect(server.Address, forwardedFor: "198.51.100.8");
        var checks = hands.SelectMany(hand => Enumerable.Range(0, 8).Select(_ => hand.CheckPlan(scenario, plan))).ToArray();
        Assert.Null((await guest.CheckPlan(scenario, plan)).Refusal);
        var codes = (await Task.WhenAll(checks)).Select(check => check.Refusal?.Code).ToArray();
        Assert.Equal([null, "too-fast"], codes.Distinct().Order());
        foreach (var hand in hands) await hand.DisposeAsync();
    }

    [Fact]
    public async Task TwoHundredPlansAtOnceAreAllPlayedAndADrillGoesOnMeanwhile()
    {
        await using var server = new SmallServer();
        await server.InitializeAsync();
        await using var player = await server.Connect();
        await player.PlayNow(Small);
        Assert.Null(await player.Order(nameof(IDrillHub.Speed), 0.5));
        var ids = new List<string>();
        for (var client = 0; client < 40; client++)
        {
            await using var runner = await server.Connect();
            var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => runner.Evaluate(Small, SmallLibrary.Par)));
            Assert.All(answers, answer => Assert.Null(answer.Refusal));
            ids.AddRange(answers.Select(answer => answer.Id));
        }

        Assert.Equal(200, ids.Distinct().Count());
        Assert.Single(await player.Library());
        await player.Sees(frame => frame.Status == "finished");
        Assert.All(player.Frames.Zip(player.Frames.Skip(1)), pair => Assert.Equal(pair.First.Tick, pair.Second.Previous));
        foreach (var some in ids.Chunk(20))
        {
            await using var watcher = await server.Connect();
            foreach (var id in some)
            {
                var view = await watcher.SeesEvaluation(id, each => each.Status != "open");
                Assert.Equal(("done", 30), (view.Status, view.Rows.Length));
            }
        }
    }

    [Fact]
    public async Task ARestartLosesNothing()
    {
        await using var server = new ServerUnderTest();
        server.Settings = SmallLibrary.Write(server.Data);
        await server.Start();
        var ids = new List<string>();
        await using (var player = await Player.Connect(server.Address))
        {
            for (var plan = 0; plan < 5; plan++) ids.Add((await player.Evaluate(Small, SmallLibrary.Par)).Id);
            // killed when the first is done or under way, and the last has hardly begun
            await player.SeesEvaluation(ids[0], view => view.Rows.Length >= 10);
            await server.Kill();
        }

        await server.Start();
        await using var again = await Player.Connect(server.Address);
        foreach (var id in ids)
        {
            var view = await again.SeesEvaluation(id, each => each.Status != "open");
            Assert.Equal("done", view.Status);
            Assert.Equal(Enumerable.Range(1, 30), view.Rows.Select(row => row.Seed));
        }

        Assert.Equal((await again.WatchEvaluation(ids[0]))!.Rows, (await again.WatchEvaluation(ids[^1]))!.Rows);
    }
}
