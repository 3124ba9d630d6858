using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Storage;
using OpsGame.Server.Tests.Lab;
using OpsGame.Server.Tests.Play.Proofs;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>The organiser deletes drills that are over; nothing is left of them.</summary>
public sealed class DeletedTests(Proving server) : IClassFixture<Proving>
{
    private const string Small = SmallLibrary.Scenario;

    [Fact]
    public async Task ADeletedDrillIsOnNoListNoBoardAndInNoTable()
    {
        await using var organiser = await server.Connect(await server.OrganiserCookie());
        await using var player = await server.Connect();
        await using var other = await server.Connect();
        foreach (var each in new[] { player, other }) await PlaysToTheEnd(each);
        var (gone, stays) = (player.Seat!, other.Seat!);
        while ((await player.Board(Small)).Count(entry => entry.Drill == gone.Drill || entry.Drill == stays.Drill) < 2)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);

        Assert.Null(await organiser.DeleteDrills(gone.Drill, "no such drill"));
        var entries = (await player.Board(Small)).Select(entry => entry.Drill).ToArray();
        Assert.Equal((false, true), (entries.Contains(gone.Drill), entries.Contains(stays.Drill)));
        var listed = (await organiser.Drills()).Select(card => card.Drill).ToArray();
        Assert.Equal((false, true), (listed.Contains(gone.Drill), listed.Contains(stays.Drill)));
        Assert.Equal(0, await Rows(gone.Drill));
        Assert.Equal(4, await Rows(stays.Drill));
        Assert.Null(await organiser.DeleteDrills(gone.Drill));
    }

    [Fact]
    public async Task WhoSatInADeletedDrillIsToldAndNothingBringsItBack()
    {
        await using var organiser = await server.Connect(await server.OrganiserCookie());
        await using var player = await server.Connect();
        await PlaysToTheEnd(player);
        var seat = player.Seat!;
        Assert.Null(await organiser.DeleteDrills(seat.Drill));
        await player.LosesSeat();
        Assert.Equal((seat.Drill, seat.Player), (player.Ended[0].Drill, player.Ended[0].Player));
        Assert.Equal("This drill was deleted, together with its results.", player.Ended[0].Text.En);

        Assert.Equal("drill-deleted", (await player.Debrief()).Refusal?.Code);
        Assert.Equal("drill-deleted", await player.Order(nameof(IDrillHub.Start)));
        Assert.Equal("seat-unknown", (await player.Resume(seat.Token)).Refusal?.Code);
        Assert.Equal("code-unknown", (await player.FindDrill(seat.Code)).Refusal?.Code);
        Assert.Equal("drill-unknown", (await organiser.Oversee(seat.Drill)).Refusal?.Code);
        Assert.Equal(0, await Rows(seat.Drill));
    }

    [Fact]
    public async Task WhatIsNotOverStaysAndNobodyElseDeletesAnything()
    {
        await using var organiser = await server.Connect(await server.OrganiserCookie());
        await using var stranger = await server.Connect();
        await stranger.PlayNow(Small);
        await stranger.Create(Proving.Alone, "Grace", ["Red"]);
        var lobby = stranger.Seat!.Drill;
        Assert.Null(await organiser.DeleteDrills([.. (await organiser.Drills()).Select(card => card.Drill)]));
        Assert.Equal("lobby", (await organiser.Drills()).Single(card => card.Drill == lobby).Status);

        Assert.Equal("organiser-only", await stranger.DeleteDrills(lobby));
        Assert.Equal("request-invalid", await organiser.DeleteDrills([.. Enumerable.Repeat("x", 501)]));
    }

    private static async Task PlaysToTheEnd(Player player)
    {
        Assert.Null((await player.PlayNow(Small)).Refusal);
        await player.Persists("mine", "restart-server", "server-1");
        Assert.Null(await player.Order(nameof(IDrillHub.Speed), 8.0));
        await player.SeesRoom(room => room.Drill == player.Seat!.Drill && room.Status == "finished");
    }

    /// <summary>What the database has of a drill of one team that did one thing: its record, log, progress and result.</summary>
    private async Task<int> Rows(string drill)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<OpsGameDb>>().CreateDbContextAsync(stop);
        var estates = drill + "/";
        return await db.Drills.CountAsync(row => row.Id == drill, stop)
            + await db.Board.CountAsync(row => row.Drill == drill, stop)
            + await db.Log.Where(row => row.Estate.StartsWith(estates)).Select(row => row.Estate).Distinct().CountAsync(stop)
            + await db.Progress.CountAsync(row => row.Estate.StartsWith(estates), stop);
    }
}
