using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>A server that can carry no more systems says so before it drowns.</summary>
public sealed class FullTests
{
    [Fact]
    public async Task AFullServerOpensNoDrillUntilThereIsRoomAgain()
    {
        await using var server = new FullServer();
        await server.InitializeAsync();
        var players = new List<Player>();
        var refusal = (await FullServer.Open(server, refused: true, players)).Refusal!;
        Assert.Equal("estates-full", refusal.Code);
        // who is in already goes on
        var tick = players[0].Frames[^1].Tick;
        await players[0].Sees(frame => frame.Tick > tick + 4);

        foreach (var player in players.Where(player => player.Seat is not null))
            Assert.Null(await player.Order(nameof(IDrillHub.Finish)));
        Assert.Null((await FullServer.Open(server, refused: false, players)).Refusal);
        foreach (var player in players) await player.DisposeAsync();
    }
}
