using System.Net;
using Microsoft.Data.Sqlite;
using OpsGame.Server.Tests.Cluster;
using OpsGame.Server.Tests.Crash;
using OpsGame.Server.Tests.Play.Proofs;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>When the storage takes nothing, a drill waits with all its teams alike, says so, and goes on by itself.</summary>
public sealed class StorageTroubleTests
{
    /// <summary>Ticks one team may be ahead of another: what may be shown before the next mark, and one under way.</summary>
    private const long Apart = 12;

    [Fact]
    public async Task AFullDiskStopsAllTeamsAlikeUntilThereIsRoomAgain()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may mount the small disk.");
        await using var disk = await SmallDisk.Mount(megabytes: 24);
        await using var server = new OnDisk(disk.Folder);
        await server.InitializeAsync();
        await AllWaitAndGoOn(server, disk.Fill, disk.Free);
    }

    [Fact]
    public async Task ADatabaseThatAnswersNothingForAWhileStopsAllTeamsAlike()
    {
        await using var server = new Proving();
        await server.InitializeAsync();
        using var other = new SqliteConnection($"Data Source={server.Database};Pooling=false");
        await AllWaitAndGoOn(
            server,
            () =>
            {
                other.Open();
                using var take = other.CreateCommand();
                take.CommandText = "BEGIN IMMEDIATE";
                take.ExecuteNonQuery();
            },
            other.Close);
    }

    [Fact]
    public async Task APostgresThatIsGoneStopsAllTeamsAlikeUntilItIsBack()
    {
        var database = await Postgres.NewDatabase();
        await using var server = new ClusterServer(database);
        await server.InitializeAsync();
        await AllWaitAndGoOn(server, () => Postgres.Close(database, true), () => Postgres.Close(database, false));
    }

    [Fact]
    public async Task AServerEndsWhenItIsToldToThoughItsPostgresIsGone()
    {
        var database = await Postgres.NewDatabase();
        await using var server = new ServerUnderTest { Settings = ClusterServer.SettingsOf(database) };
        await server.Start();
        await using (var ada = await Player.Connect(server.Address))
        {
            Assert.Null((await ada.PlayNow(await PlayTests.Balancers(ada))).Refusal);
            await ada.Sees(frame => frame.Tick >= 4);
            Postgres.Close(database, true);
            await ada.Sees(frame => frame.Status == "stalled");
        }

        // before whoever told it to loses patience, which is here after a minute
        Assert.Equal(1, await server.Stop());
    }

    private static async Task AllWaitAndGoOn(Proving server, Action breaks, Action mends)
    {
        await using var grace = await server.Connect();
        Assert.Null((await grace.Create(Proving.Everything, "Grace", ["Red", "Blue"])).Refusal);
        await using var ada = await server.Connect();
        Assert.Null((await ada.Join(grace.Seat!.Code, "Ada", "t1")).Refusal);
        await using var bo = await server.Connect();
        Assert.Null((await bo.Join(grace.Seat.Code, "Bo", "t2")).Refusal);
        Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
        await ada.Sees(frame => frame.Tick >= 8);
        await bo.Sees(frame => frame.Tick >= 8);
        await Becomes(server, HttpStatusCode.OK);

        breaks();
        var sent = ada.Persists("sent-meanwhile", "set-ttl", "cache", ("seconds", "7"));
        long red, blue;
        try
        {
            await grace.SeesRoom(room => room.Waits);
            red = (await ada.Sees(frame => frame.Status == "stalled")).Tick;
            blue = (await bo.Sees(frame => frame.Status == "stalled")).Tick;
            Assert.Equal("storage-unavailable", (await bo.Command("b1", "flush-cache", "cache")).Refusal?.Code);
            Assert.InRange(red, blue - Apart, blue + Apart);
            await Becomes(server, HttpStatusCode.ServiceUnavailable);
            // nobody has to start it again
            Assert.Equal(HttpStatusCode.OK, await Ask(server, "/health/live", CancellationToken.None));
        }
        finally
        {
            mends();
        }

        var receipt = await sent;
        Assert.Null(receipt.Refusal);
        // It went on where it stood: nothing was thrown back, and nobody had to ask.
        Assert.True(receipt.Tick > red);
        await ada.Sees(frame => frame.Tick >= receipt.Tick + 8);
        await bo.Sees(frame => frame.Tick >= blue + 8);
        Assert.Equal("Ada", (await ada.Outcome("sent-meanwhile")).Player);
        Assert.False(grace.Rooms[^1].Waits);
        var ticks = ada.Frames.Select(frame => frame.Tick).ToList();
        Assert.Equal(ticks.Order(), ticks);
        await Becomes(server, HttpStatusCode.OK);
    }

    /// <summary>What readiness says; it writes at most once a second.</summary>
    private static async Task Becomes(TestServer server, HttpStatusCode wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await Ask(server, "/health/ready", patience.Token) != wanted) await Task.Delay(200, patience.Token);
    }

    private static async Task<HttpStatusCode> Ask(TestServer server, string path, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), stop);
        return answer.StatusCode;
    }

    private sealed class OnDisk(string folder) : Proving
    {
        protected override string[] Settings(string directory) =>
            [.. base.Settings(directory), "--Storage:Path", Path.Combine(folder, "opsgame.db")];
    }
}
