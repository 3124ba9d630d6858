using System.Net;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Lab;

/// <summary>What stands on a board may be downloaded; what does not is nobody else's business.</summary>
public sealed class DownloadTests(SmallServer server) : IClassFixture<SmallServer>
{
    private const string Small = SmallLibrary.Scenario;

    [Fact]
    public async Task AStrategyCanBeDownloadedOnceItIsOnTheBoard()
    {
        await using var player = await server.Connect();
        var answer = await player.Runs(Small, SmallLibrary.Tempting);
        Assert.Equal(HttpStatusCode.NotFound, await Get(answer.Id));
        Assert.Null(await player.Submit(answer, "Ada"));
        await player.SeesEvaluation(answer.Id, view => view.Verdict == "verified");
        Assert.Equal(HttpStatusCode.OK, await Get(answer.Id));
    }

    [Fact]
    public async Task ADrillThatWasEndedEarlyIsNoEntry()
    {
        await using var player = await server.Connect();
        await player.PlayNow(Small);
        await player.Sees(frame => frame.Tick >= 4);
        Assert.Null(await player.Order(nameof(IDrillHub.Finish)));
        await player.SeesRoom(room => room.Status == "finished");
        Assert.Equal(HttpStatusCode.NotFound, await Get($"{player.Seat!.Drill}/{player.Seat.Team}"));
    }

    [Fact]
    public async Task ADrillThatWasPlayedToItsEndIsAnEntry()
    {
        await using var player = await server.Connect();
        await player.PlayNow(Small);
        await player.Order(nameof(IDrillHub.Speed), 8.0);
        await player.SeesBoard(Small);
        Assert.Equal(HttpStatusCode.OK, await Get($"{player.Seat!.Drill}/{player.Seat.Team}"));
    }

    private async Task<HttpStatusCode> Get(string entry)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var address = new Uri($"api/entries/{entry}", UriKind.Relative);
        using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
