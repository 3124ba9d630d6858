using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>Nobody sees beforehand what is to come, or plays against themselves.</summary>
public sealed class CheatingTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string[] Teams = ["Red", "Blue"];

    [Fact]
    public async Task TheSeedIsToldWhenTheDrillIsOver()
    {
        await using var grace = await server.Connect();
        var seat = (await grace.Create(await PlayTests.Balancers(grace), "Grace", Teams, seed: 1234567)).Seat!;
        await using var ada = await server.Connect();
        await ada.Join(seat.Code, "Ada");
        Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
        await ada.Sees(frame => frame.Tick >= 2);
        Assert.Null(await grace.Order(nameof(IDrillHub.Finish)));

        Assert.Equal("1234567", (await ada.SeesRoom(room => room.Status == "finished")).Seed);
        var told = grace.Rooms.Concat(ada.Rooms).Append(seat.Room).Append(ada.Seat!.Room);
        Assert.All(told.Where(room => room.Status != "finished"), room => Assert.Equal("", room.Seed));
        // an own seat comes back to see the result
        await using var again = await server.Connect();
        Assert.Equal("finished", (await again.Resume(ada.Seat.Token)).Seat?.Room.Status);
    }

    [Fact]
    public async Task AFinishedDrillShowsNobodyAtTheDoor()
    {
        await using var player = await server.Connect();
        await player.PlayNow();
        var code = player.Seat!.Code;
        Assert.Null(await player.Order(nameof(IDrillHub.Finish)));
        await using var stranger = await server.Connect();
        foreach (var answer in new[] { await stranger.FindDrill(code), await stranger.Join(code, "Ada") })
            Assert.Equal((null, "drill-finished"), (answer.Seat, answer.Refusal?.Code));
    }

    [Fact]
    public async Task ALobbyThatIsEndedLeavesNothing()
    {
        await using var grace = await server.Connect();
        await grace.Create(await PlayTests.Balancers(grace), "Grace", Teams);
        Assert.Null(await grace.Order(nameof(IDrillHub.Finish)));
        await grace.SeesRoom(room => room.Status == "finished");
        await grace.Leave();
        await using var stranger = await server.Connect();
        Assert.Equal("code-unknown", (await stranger.FindDrill(grace.Seat!.Code)).Refusal?.Code);
    }

    [Fact]
    public async Task OneBrowserPlaysOneTeam()
    {
        const string Browser = "opsgame-browser=00112233445566778899aabbccddeeff";
        await using var grace = await server.Connect();
        var code = (await grace.Create(await PlayTests.Balancers(grace), "Grace", Teams)).Seat!.Code;
        await using var one = await server.Connect(Browser);
        await using var other = await server.Connect(Browser);
        Assert.Equal("t1", (await one.Join(code, "Ada", "t1")).Seat?.Team);
        Assert.Equal("plays-already", (await other.Join(code, "Bo", "t2")).Refusal?.Code);
        // to the own team, chosen or not; and to watch
        Assert.Equal("t1", (await other.Join(code, "Bo")).Seat?.Team);
        Assert.Null((await other.Join(code, "Cy", role: "observer")).Refusal);

        // another browser, and one that leaves the lobby, are free
        await using var stranger = await server.Connect();
        Assert.Equal("t2", (await stranger.Join(code, "Di", "t2")).Seat?.Team);
    }

    [Fact]
    public async Task WhoLeavesAfterTheStartDoesNotPlayTheOtherTeam()
    {
        const string Browser = "opsgame-browser=ffeeddccbbaa99887766554433221100";
        await using var grace = await server.Connect();
        var code = (await grace.Create(await PlayTests.Balancers(grace), "Grace", Teams)).Seat!.Code;
        await using var ada = await server.Connect(Browser);
        await ada.Join(code, "Ada", "t1");
        await ada.Leave();
        Assert.Equal("t2", (await ada.Join(code, "Ada", "t2")).Seat?.Team);
        Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
        await ada.Leave();
        Assert.Equal("plays-already", (await ada.Join(code, "Bo", "t1")).Refusal?.Code);
    }

    [Fact]
    public async Task AConnectionThatPlaysOneTeamDoesNotPlayAnother()
    {
        await using var grace = await server.Connect();
        var code = (await grace.Create(await PlayTests.Balancers(grace), "Grace", Teams)).Seat!.Code;
        await using var ada = await Player.Connect(server.Address, negotiate: false);
        await ada.Join(code, "Ada", "t1");
        Assert.Equal("plays-already", (await ada.Join(code, "Bo", "t2")).Refusal?.Code);
        // without a cookie clients are not told apart
        await using var bo = await Player.Connect(server.Address, negotiate: false);
        Assert.Equal("t2", (await bo.Join(code, "Bo", "t2")).Seat?.Team);
    }

    [Fact]
    public async Task ASeedIsPlayedByOneDrillAtATime()
    {
        await using var grace = await server.Connect();
        await using var ada = await server.Connect();
        var scenario = await PlayTests.Balancers(grace);
        Assert.Null((await grace.Create(scenario, "Grace", Teams, seed: 77)).Refusal);
        Assert.Equal("seed-in-play", (await ada.Create(scenario, "Ada", Teams, seed: 77)).Refusal?.Code);
        Assert.Null((await ada.Create((await ada.Library())[^1].Id, "Ada", Teams, seed: 77)).Refusal);
        Assert.Null(await grace.Order(nameof(IDrillHub.Finish)));
        Assert.Null((await ada.Create(scenario, "Ada", Teams, seed: 77)).Refusal);
    }

    [Theory]
    [InlineData("GR\u0410CE", "name-invalid")]
    [InlineData("Grace.", "name-taken")]
    [InlineData("Organiser 2", "name-reserved")]
    [InlineData("운영자", "name-reserved")]
    public async Task NobodyPassesForSomebodyElse(string name, string code)
    {
        await using var grace = await server.Connect();
        await grace.Create(await PlayTests.Balancers(grace), "Grace", Teams);
        await using var player = await server.Connect();
        Assert.Equal(code, (await player.Join(grace.Seat!.Code, name)).Refusal?.Code);
        var refused = (await player.Create(await PlayTests.Balancers(player), "Ada", ["Grace", name])).Refusal?.Code;
        Assert.Equal(code == "name-taken" ? "team-name-taken" : code, refused);
    }
}
