using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Grains.Storage;
using OpsGame.Server.Storage;
using OpsGame.Server.Tests.Cluster;
using OpsGame.Server.Tests.Lab;
using OpsGame.Server.Tests.Play.Proofs;
using OpsGame.Server.Verification;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>Names can be taken out of a drill that is over: nothing has them any more, and it can still be verified.</summary>
public sealed class NamesRemovedTests(Proving server) : IClassFixture<Proving>
{
    private const string Small = SmallLibrary.Scenario;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task NothingHasANameAnyMoreAndTheResultIsVerifiedAnew() => RemovesNames(server);

    [Fact]
    public async Task ItIsLikewiseInPostgres()
    {
        await using var other = new ClusterServer(await Postgres.NewDatabase());
        await other.InitializeAsync();
        await RemovesNames(other);
    }

    [Fact]
    public async Task WhatIsNotOverKeepsItsNamesAndNobodyElseRemovesAny()
    {
        await using var grace = await server.Connect();
        await grace.Create(Small, "Grace Hopper", ["Red"]);
        var drill = grace.Seat!.Drill;
        await using var organiser = await server.Connect(await server.OrganiserCookie());
        Assert.Null(await organiser.RemoveNames(drill));
        Assert.Equal("Grace Hopper", (await grace.FindDrill(grace.Seat.Code)).Seat!.Room.People[0].Name);
        Assert.Equal("organiser-only", await grace.RemoveNames(drill));
        Assert.Equal("request-invalid", await organiser.RemoveNames([.. Enumerable.Repeat("x", 501)]));
    }

    [Fact]
    public async Task AHistoryThatIsNotAsItWasStoredIsNotMadeToLookSo()
    {
        await using var ada = await server.Connect();
        var drill = await PlaysToTheEnd(server, ada);
        await using (var db = await Open(server))
            await db.Log.Where(row => row.Estate == drill + "/t1").ExecuteUpdateAsync(
                row => row.SetProperty(
                    each => each.Commands, each => each.Commands.Replace("restart-server", "stop-server")), Stop);
        await using var organiser = await server.Connect(await server.OrganiserCookie());
        Assert.Null(await organiser.RemoveNames(drill));
        await AssertNameless(server, drill);
        while (await VerdictOf(server, drill) == "Pending") await Task.Delay(100, Stop);
        Assert.Equal("Refused", await VerdictOf(server, drill));
    }

    private static async Task RemovesNames(Proving server)
    {
        await using var ada = await server.Connect();
        var drill = await PlaysToTheEnd(server, ada);
        var before = await Entry(server, drill);
        await using var organiser = await server.Connect(await server.OrganiserCookie());
        Assert.True((await organiser.Drills()).Single(card => card.Drill == drill).Named);
        Assert.Null(await organiser.RemoveNames(drill));
        await AssertNameless(server, drill);
        Assert.False((await organiser.Drills()).Single(card => card.Drill == drill).Named);

        while (await VerdictOf(server, drill) != "Verified") await Task.Delay(100, Stop);
        var entry = (await ada.Board(Small)).Single(each => each.Drill == drill);
        Assert.Equal(["#2"], entry.Players);
        var after = await Entry(server, drill);
        Assert.Null(after.Verify(Stop));
        Assert.Equal((before.Result.Score, before.Result.Ticks), (after.Result.Score, after.Result.Ticks));
        // it told who holds the role, so its hash is another: that of the same history
        Assert.NotEqual(before.Result.Hash, after.Result.Hash);
        var by = after.Log.SelectMany(each => each.Commands).Select(command => command.By).Distinct();
        Assert.Equal(["#2"], by);

        // whoever looks back at it sees it so, and is not told that it went otherwise
        Assert.Null((await ada.Debrief()).Refusal);
        Assert.False((await server.Services.GetRequiredService<IDrillStore>().Find(drill))!.Diverged);
        Assert.Null(await organiser.RemoveNames(drill));
        Assert.Single((await organiser.Audit()), line => line.Act == "names-removed" && line.About == ada.Seat!.Code);
    }

    private static async Task<string> PlaysToTheEnd(Proving server, Player ada)
    {
        await using var grace = await server.Connect();
        Assert.Null((await grace.Create(Small, "Grace Hopper", ["Red"])).Refusal);
        Assert.Null((await ada.Join(grace.Seat!.Code, "Ada Lovelace", "t1")).Refusal);
        Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
        await ada.Persists("declared", "declare-incident", "incident", ("what", "slow"));
        await ada.Persists("taken", "take-role", "incident");
        await ada.Persists("restarted", "restart-server", "server-1");
        Assert.Null(await grace.Order(nameof(IDrillHub.Speed), 8.0));
        var drill = ada.Seat!.Drill;
        await ada.SeesRoom(room => room.Drill == drill && room.Status == "finished");
        while (await VerdictOf(server, drill) != "Verified") await Task.Delay(100, Stop);
        return drill;
    }

    private static async Task<DrillEntryFile> Entry(Proving server, string drill) =>
        (DrillEntryFile)(await server.Services.GetRequiredService<Entries>().Find(drill + "/t1"))!;

    private static async Task<string> VerdictOf(Proving server, string drill)
    {
        await using var db = await Open(server);
        return await db.Board.Where(row => row.Drill == drill).Select(row => row.Verdict).SingleOrDefaultAsync(Stop) ?? "";
    }

    private static async Task AssertNameless(Proving server, string drill)
    {
        await using var db = await Open(server);
        string[] texts =
        [
            .. await db.Drills.Where(row => row.Id == drill).Select(row => row.Record).ToListAsync(Stop),
            .. await db.Board.Where(row => row.Drill == drill).Select(row => row.Record).ToListAsync(Stop),
            .. await db.Log.Where(row => row.Estate == drill + "/t1").Select(row => row.Commands).ToListAsync(Stop),
        ];
        Assert.True(texts.Length > 2);
        foreach (var name in (string[])["Ada", "Grace"])
            Assert.DoesNotContain(texts, text => text.Contains(name, StringComparison.Ordinal));
    }

    private static Task<OpsGameDb> Open(Proving server) =>
        server.Services.GetRequiredService<IDbContextFactory<OpsGameDb>>().CreateDbContextAsync(Stop);
}
