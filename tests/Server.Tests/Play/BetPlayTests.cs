using OpsGame.Server.Tests.Play.Proofs;

namespace OpsGame.Server.Tests.Play;

/// <summary>A bet at real connections: two players, somebody who watches, and what happens.</summary>
public sealed class BetPlayTests(Proving server) : IClassFixture<Proving>
{
    [Fact]
    public async Task ATeamBetsAndWhatHappensSaysWhoWasRight()
    {
        await using var stage = await Stage.Set(server, Proving.Everything);
        var ada = await stage.Of("Ada");
        await stage.Play("hear bet-opened; place-bet bets answer=2; Bo: place-bet bets answer=2; place-bet bets answer=1");
        var open = (await ada.Sees(frame => frame.Bet is { Placed.Length: 2 } bet && bet.Placed[0].Answer == 1)).Bet!;
        Assert.Equal(("open", "rack", null), (open.Stage, open.Idea, open.Outcome));
        Assert.Equal([new("Ada", 1), new("Bo", 2)], open.Placed);

        await stage.Play("rack-power rack-2; hear bet-decided");
        var outcome = (await ada.Sees(frame => frame.Bet?.Outcome is not null)).Bet!.Outcome!;
        Assert.Equal((1, "alert-server-down"), (outcome.Answer, outcome.Told!.Code));
        Assert.True(outcome.AtMs > 0);
    }

    [Fact]
    public async Task WhoWatchesDoesNotBet()
    {
        await using var stage = await Stage.Set(server, Proving.Everything);
        var ada = await stage.Of("Ada");
        await using var watcher = await server.Connect();
        var seat = await watcher.Join(ada.Seat!.Room.Code, "Wim", ada.Seat.Team, "observer");
        Assert.Null(seat.Refusal);
        Assert.Equal("not-your-role", (await watcher.Command("b1", "place-bet", "bets", ("answer", "1"))).Refusal?.Code);
    }

    [Fact]
    public async Task NobodyIsAskedWhereTheScenarioDoesNot()
    {
        await using var stage = await Stage.Set(server, Proving.Alone);
        Assert.Null((await (await stage.Of("Ada")).Sees(frame => frame.Tick >= 8)).Bet);
    }
}
