using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Crash;

/// <summary>The process is killed while it starts, again and again. Then it starts.</summary>
public sealed class StartKillTests
{
    /// <summary>Kills in a row, later and later in a start. tests/Load's chaos does it 50 times at random.</summary>
    private static readonly TimeSpan[] Moments =
        [.. Enumerable.Range(1, 6).Select(number => TimeSpan.FromMilliseconds(number * 400))];

    [Fact]
    public async Task KilledAtManyMomentsOfItsFirstStartTheServerStartsAndPlays()
    {
        await using var server = new ServerUnderTest();
        foreach (var moment in Moments) await server.StartAndKill(moment);
        await server.Start();
        await using var player = await Player.Connect(server.Address);
        Assert.Null((await player.PlayNow(await PlayTests.Balancers(player))).Refusal);
        await player.Sees(frame => frame.Tick >= 2);
    }

    [Fact]
    public async Task KilledAtManyMomentsOfALaterStartTheServerStartsAndGoesOn()
    {
        await using var server = new ServerUnderTest();
        await server.Start();
        var player = await Player.Connect(server.Address);
        Assert.Null((await player.PlayNow(await PlayTests.Balancers(player))).Refusal);
        await player.Sees(frame => frame.Tick >= 2);
        var acknowledged = await player.Command("c1", "set-algorithm", "balancer", ("algorithm", "random"));
        Assert.Null(acknowledged.Refusal);
        await server.Kill();
        await player.DisposeAsync();
        foreach (var moment in Moments) await server.StartAndKill(moment);

        await server.Start();
        await using var again = await Player.Connect(server.Address);
        Assert.Null((await again.Resume(player.Seat!.Token)).Refusal);
        Assert.Equal(acknowledged.Tick, (await again.Persists("c1", "set-algorithm", "balancer", ("algorithm", "random"))).Tick);
        await again.Sees(frame => frame.Tick >= acknowledged.Tick + 2);
    }
}
