using OpsGame.Server.Tests.Lab;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>Somebody alone who breaks things at will, and keeps no score.</summary>
public sealed class SandboxTests(SmallServer server) : IClassFixture<SmallServer>
{
    private const string Small = SmallLibrary.Scenario;

    private static readonly InjectRequest Crash = new(null, "server-crash", "server-1", []);

    [Fact]
    public async Task InASandboxItsPlayerBreaksThingsAndIsToldNoScore()
    {
        await using var player = await server.Connect();
        Assert.Null((await player.PlaySandbox(Small)).Refusal);
        Assert.True(player.Seat!.Room.Sandbox);
        await player.Sees(frame => frame.Tick >= 4);

        Assert.Null((await player.Preview("server-crash", "server-1")).Refusal);
        Assert.Null((await player.Preview("restart-server", "server-1")).Refusal);
        Assert.Null(await player.Order(nameof(IDrillHub.Inject), Crash));
        await player.Sees(frame => frame.Events.Any(told => told.Code == "server-crashed"));
        Assert.All(player.Frames, frame => Assert.Equal((0, 0), (frame.Score.Total, frame.Score.Lines.Length)));

        Assert.Null(await player.Order(nameof(IDrillHub.Speed), 8.0));
        var room = await player.SeesRoom(room => room.Status == "finished");
        Assert.Equal(0, room.Teams[0].Score);
        Assert.Equal("debrief-sandbox", (await player.Debrief()).Refusal?.Code);
        Assert.DoesNotContain(await player.Board(Small), entry => entry.Drill == room.Drill);

        Assert.Null((await player.PlayAgain()).Refusal);
        Assert.True(player.Seat.Room.Sandbox);
    }

    [Fact]
    public async Task NobodyBreaksThingsInADrillThatCounts()
    {
        await using var player = await server.Connect();
        await player.PlayNow(Small);
        await player.Sees(frame => frame.Tick >= 2);
        Assert.False(player.Seat!.Room.Sandbox);
        Assert.Equal("not-your-role", await player.Order(nameof(IDrillHub.Inject), Crash));
        Assert.Equal("not-your-role", (await player.Preview("server-crash", "server-1")).Refusal?.Code);
        Assert.Equal("not-your-role", (await player.Command("c1", "server-crash", "server-1")).Refusal?.Code);
    }

    [Fact]
    public async Task ASandboxOfNothingIsRefused()
    {
        await using var player = await server.Connect();
        Assert.Equal("scenario-unknown", (await player.PlaySandbox("nowhere")).Refusal?.Code);
    }
}
