using OpsGame.Server.Tests.Lab;
using OpsGame.Server.Tests.Play;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Debriefs;

/// <summary>A drill looked back at, as its players are shown it.</summary>
public sealed class DebriefTests(SmallServer server) : IClassFixture<SmallServer>
{
    private const string Small = SmallLibrary.Scenario;

    [Fact]
    public async Task DoingNothingIsToldWhatItCostAndWhatParDid()
    {
        await using var player = await server.Connect();
        await player.PlayNow(Small);
        var room = await PlaysToItsEnd(player);

        var seen = (await player.Debrief()).Debrief!;
        Assert.True(seen.Complete);
        Assert.Equal(room.Teams[0].Score, seen.Total);
        Assert.Equal(1000, seen.Total + seen.Lost.Sum(part => part.Points));
        var service = seen.Lost.Single(part => part.Part == "service").Points;
        Assert.Equal(service, seen.Causes.Sum(cause => cause.Points) + seen.OtherPoints);
        var hang = Assert.Single(seen.Causes);
        Assert.Equal(("hung-backend", "server-1", 5000), (hang.Failure, hang.Component, hang.FromMs));
        Assert.True(hang.Points > service / 2, $"{hang}");

        Assert.Equal(seen.Medals!.Nothing, seen.Total);
        Assert.Equal(seen.Medals.Gold, seen.Par!.Total);
        Assert.True(seen.Medals.Nothing < seen.Medals.Bronze && seen.Medals.Bronze <= seen.Medals.Silver);
        Assert.Contains("server-1", seen.Better!.Move.Component);
        Assert.True(seen.Better.Own > seen.Better.Par);
        Assert.InRange(seen.Turn!.TimeMs, 4000, 9000);
        Assert.True(seen.Turn.After > seen.Turn.Before);
    }

    [Fact]
    public async Task WhatWasDoneStandsInItAndIsNotProposedAgain()
    {
        await using var player = await server.Connect();
        await player.PlayNow(Small);
        await player.Sees(frame => frame.TimeMs >= 5500);
        Assert.Null((await player.Command("c1", "restart-server", "server-1")).Refusal);
        await PlaysToItsEnd(player);

        var seen = (await player.Debrief()).Debrief!;
        Assert.Contains(seen.Own.Moves, move => move is { Command: "c1", Player: "Player" });
        Assert.Null(seen.Better);
        Assert.True(seen.Total > seen.Medals!.Nothing);
    }

    [Fact]
    public async Task WhatHadNotHappenedYetIsNotToldOfADrillThatWasBrokenOff()
    {
        await using var player = await server.Connect();
        await player.PlayNow(Small);
        await player.Sees(frame => frame.Tick >= 4);
        Assert.Null(await player.Order(nameof(IDrillHub.Finish)));
        await player.SeesRoom(room => room.Status == "finished");

        var seen = (await player.Debrief()).Debrief!;
        Assert.False(seen.Complete);
        Assert.Null(seen.Medals);
        Assert.Empty(seen.Causes);
        Assert.DoesNotContain(seen.Par!.Moves, move => move.TimeMs > seen.Own.Levels.Length * 1000 + 1000);
    }

    [Fact]
    public async Task NobodyLooksBackBeforeTheEndOrFromOutside()
    {
        await using var stranger = await server.Connect();
        await using var player = await server.Connect();
        await player.PlayNow(Small);

        Assert.Equal("debrief-early", (await player.Debrief()).Refusal?.Code);
        Assert.Equal("debrief-early", (await player.PlayAgain()).Refusal?.Code);
        Assert.Equal("debrief-early", (await player.PlayFrom(1000)).Refusal?.Code);
        Assert.Equal("seat-missing", (await stranger.Debrief()).Refusal?.Code);
        Assert.Equal("seat-missing", (await stranger.PlayAgain()).Refusal?.Code);
    }

    [Fact]
    public async Task AgainMeansTheSameLuck()
    {
        await using var player = await server.Connect();
        await player.PlayNow(Small);
        var first = await PlaysToItsEnd(player);
        Assert.Null((await player.PlayAgain()).Refusal);
        Assert.NotEqual(first.Drill, player.Seat!.Drill);
        Assert.Equal("", player.Seat.Room.Seed);
        var second = await PlaysToItsEnd(player);
        Assert.Equal((first.Seed, first.Teams[0].Score), (second.Seed, second.Teams[0].Score));
    }

    [Fact]
    public async Task FromAMomentOnItIsPlayedAsItWentUntilThenAndCountsForNothing()
    {
        await using var player = await server.Connect();
        await player.PlayNow(Small);
        await player.Sees(frame => frame.TimeMs >= 5500);
        Assert.Null((await player.Command("c1", "restart-server", "server-1")).Refusal);
        var first = await PlaysToItsEnd(player);
        var seen = (await player.Debrief()).Debrief!;

        Assert.Equal("debrief-none", (await player.PlayFrom(60_000)).Refusal?.Code);
        Assert.Equal("debrief-none", (await player.PlayFrom(-1)).Refusal?.Code);
        Assert.Null((await player.PlayFrom(10_000)).Refusal);
        Assert.Equal(10_000, player.Seat!.Room.FromMs);
        var begins = await player.Sees(frame => frame.Full && frame.Drill == player.Seat.Drill);
        Assert.InRange(begins.TimeMs, 10_000, 14_000);
        Assert.Contains(begins.Events, each => each.Command == "c1");
        var second = await PlaysToItsEnd(player);

        // the same was done, so it came to the same; but nobody who knew what would come stands on a board
        Assert.Equal((first.Seed, first.Teams[0].Score), (second.Seed, second.Teams[0].Score));
        var again = (await player.Debrief()).Debrief!;
        Assert.Equal((seen.Total, seen.Own.Moves.Length), (again.Total, again.Own.Moves.Length));
        Assert.DoesNotContain(await player.Board(Small), entry => entry.Drill == second.Drill);
    }

    private static async Task<Room> PlaysToItsEnd(Player player)
    {
        var drill = player.Seat!.Drill;
        Assert.Null(await player.Order(nameof(IDrillHub.Speed), 8.0));
        return await player.SeesRoom(room => room.Drill == drill && room.Status == "finished");
    }
}
