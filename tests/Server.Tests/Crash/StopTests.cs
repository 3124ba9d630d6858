using System.Diagnostics;
using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Crash;

/// <summary>Stopped politely, the server is quick about it and forgets nothing.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task AStoppedServerResumesExactlyWhereItWas()
    {
        await using var server = new ServerUnderTest();
        await server.Start();
        await using var player = await Player.Connect(server.Address);
        await player.PlayNow(await PlayTests.Balancers(player));
        await player.Sees(frame => frame.Tick >= 4);
        var unanswered = Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => player.Command($"c{i}", "set-algorithm", "balancer", ("algorithm", "random"))));
        var since = Stopwatch.GetTimestamp();
        Assert.Equal(0, await server.Stop());
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "the server took too long to stop");
        await unanswered.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        var last = player.Frames.Max(frame => frame.Tick);

        await server.Start();
        await using var again = await Player.Connect(server.Address);
        await again.Resume(player.Seat!.Token);
        var frame = await again.Sees(each => each.Status == "running");
        Assert.InRange(frame.Tick, last, last + 40);
        Assert.DoesNotContain(server.Said, line => line?.Contains(" ERR Estate", StringComparison.Ordinal) == true);
    }
}
