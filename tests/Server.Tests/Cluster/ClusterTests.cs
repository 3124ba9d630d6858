using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Lab;
using OpsGame.Server.Tests.Crash;
using OpsGame.Server.Tests.Lab;
using OpsGame.Server.Tests.Play;
using OpsGame.Server.Tests.Play.Proofs;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Cluster;

/// <summary>Several servers on one PostgreSQL are one game.</summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    [Fact]
    public async Task PlayersOfOneTeamMayBeAtDifferentServers()
    {
        var database = await Postgres.NewDatabase();
        await using var first = await Begin(database);
        await using var second = await Begin(database);
        await using var grace = await first.Connect();
        Assert.Null((await grace.Create(Proving.Everything, "Grace", ["Red"], seed: 1)).Refusal);
        Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
        await using var ada = await second.Connect();
        Assert.Null((await ada.Join(grace.Seat!.Code, "Ada")).Refusal);
        await using var bo = await first.Connect();
        Assert.Null((await bo.Join(grace.Seat.Code, "Bo")).Refusal);
        await grace.SeesRoom(room => room.People.Count(person => person.Online) == 3);

        Assert.Null((await ada.Command("a1", "flush-cache", "cache")).Refusal);
        Assert.Equal("Ada", (await bo.Outcome("a1")).Player);
        Assert.Null((await bo.Command("b1", "set-ttl", "cache", ("seconds", "7"))).Refusal);
        Assert.Equal("Bo", (await ada.Outcome("b1")).Player);
        var tick = ada.Frames[^1].Tick;
        var (one, other) = (await ada.Sees(frame => frame.Tick == tick), await bo.Sees(frame => frame.Tick == tick));
        Assert.Equal(one.Service, other.Service);

        // what one server sealed, the other opens
        await using var again = await first.Connect();
        Assert.Equal("Ada", (await again.Resume(ada.Seat!.Token)).Seat?.Name);
        await using var organiser = await second.Connect(await first.OrganiserCookie());
        Assert.Contains(await organiser.Drills(), card => card.Drill == grace.Seat.Drill);
    }

    [Fact]
    public async Task ASeatThatIsGivenUpAtOneServerIsInvalidAtTheOther()
    {
        var database = await Postgres.NewDatabase();
        await using var first = await Begin(database);
        await using var second = await Begin(database);
        await using var grace = await first.Connect();
        Assert.Null((await grace.Create(Proving.Everything, "Grace", ["Red"])).Refusal);
        await using var ada = await first.Connect();
        Assert.Null((await ada.Join(grace.Seat!.Code, "Ada")).Refusal);
        await using var tab = await second.Connect();
        Assert.Null((await tab.Resume(ada.Seat!.Token)).Refusal);
        Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
        await tab.Sees(frame => frame.Tick >= 1);

        await ada.Leave();
        Assert.Equal("seat-given-up", (await tab.Command("late", "flush-cache", "cache")).Refusal?.Code);
        await tab.LosesSeat();
    }

    [Fact]
    public async Task ADrillIsOpenedAtTheServerThatHasRoom()
    {
        var database = await Postgres.NewDatabase();
        await using var full = new ClusterServer(database, FullServer.FullAtOnce);
        await full.InitializeAsync();
        var players = new List<Player>();
        Assert.Equal("estates-full", (await FullServer.Open(full, refused: true, players)).Refusal!.Code);
        await using var free = await Begin(database);
        var seat = (await FullServer.Open(full, refused: false, players)).Last!;
        await players[^1].Sees(frame => frame.Tick >= 2);

        var grains = full.Services.GetRequiredService<IGrainFactory>();
        Assert.Equal(
            free.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress,
            await grains.GetGrain<IManagementGrain>(0).GetActivationAddress(
                grains.GetGrain<IEstateGrain>($"{seat.Drill}/{seat.Team}"), TestContext.Current.CancellationToken));
        foreach (var player in players) await player.DisposeAsync();
    }

    [Fact]
    public async Task TheSeedsOfAPlanSpreadOverTheServers()
    {
        var database = await Postgres.NewDatabase();
        await using var first = await Begin(database);
        await using var second = await Begin(database);
        await using var player = await first.Connect();
        var plan = SmallLibrary.Par.Replace("7s", "6s", StringComparison.Ordinal);
        var answer = await player.Evaluate(SmallLibrary.Scenario, plan);
        Assert.Null(answer.Refusal);
        await player.SeesEvaluation(answer.Id, view => view.Status == "done");
        var crews = new[] { first, second }.Select(server => server.Services.GetRequiredService<Crew>().Done).ToArray();
        Assert.All(crews, done => Assert.True(done > 0, $"the servers played {string.Join(" and ", crews)}"));

        Assert.Null(await player.Submit(answer, "Ada"));
        await player.SeesEvaluation(answer.Id, view => view.Verdict == "verified");
        await using var other = await second.Connect();
        Assert.Contains(
            (await other.Strategies(SmallLibrary.Scenario))!.Entries, entry => entry.Id == answer.Id && entry.Name == "Ada");
    }

    [Fact]
    public async Task APlanIsPlayedToItsEndEvenWhenItsServerStops()
    {
        var database = await Postgres.NewDatabase();
        await using var stopping = await Begin(database);
        string id;
        await using (var player = await stopping.Connect())
        {
            // half an hour thirty times over: not finished before the other server is there
            var answer = await player.Evaluate(
                Proving.Alone, SmallLibrary.Nothing.Replace(SmallLibrary.Scenario, Proving.Alone, StringComparison.Ordinal));
            Assert.Null(answer.Refusal);
            id = answer.Id;
        }

        await using var staying = await Begin(database);
        await using var watcher = await staying.Connect();
        await watcher.SeesEvaluation(id, view => view.Rows.Length is > 0 and < 30);
        await stopping.Stop();
        var done = await watcher.SeesEvaluation(id, view => view.Status != "open");
        Assert.Equal(("done", 30), (done.Status, done.Rows.Length));
    }

    [Fact]
    public async Task ADrillHasAReminderUntilItIsFinished()
    {
        var database = await Postgres.NewDatabase();
        await using var server = await Begin(database);
        await using var grace = await server.Connect();
        Assert.Null((await grace.Create(Proving.Alone, "Grace", ["Red"])).Refusal);
        var drill = server.Services.GetRequiredService<IGrainFactory>().GetGrain<IDrillGrain>(grace.Seat!.Drill)
            .AsReference<IRemindable>();
        await drill.ReceiveReminder("goes-on", default, TestContext.Current.CancellationToken);
        Assert.Equal(1, await Postgres.Count(database, "reminders"));
        Assert.Null(await grace.Order(nameof(IDrillHub.Finish)));
        await drill.ReceiveReminder("goes-on", default, TestContext.Current.CancellationToken);
        Assert.Equal(0, await Postgres.Count(database, "reminders"));
    }

    [Fact]
    public async Task ADrillOutlivesTheServerItRanOn()
    {
        var database = await Postgres.NewDatabase();
        await using var doomed = new ServerUnderTest { Settings = ClusterServer.SettingsOf(database) };
        await doomed.Start();
        await using var ada = await Player.Connect(doomed.Address);
        Assert.Null((await ada.PlayNow(await PlayTests.Balancers(ada))).Refusal);
        await ada.Sees(frame => frame.Tick >= 8);

        await using var left = new ServerUnderTest { Settings = ClusterServer.SettingsOf(database) };
        await left.Start();
        await using var again = await Player.Connect(left.Address);
        Assert.Null((await again.Resume(ada.Seat!.Token)).Refusal);
        var receipt = await again.Command("before", "set-algorithm", "balancer", ("algorithm", "random"));
        Assert.Null(receipt.Refusal);
        await again.Outcome("before");
        await doomed.Kill();
        var since = Stopwatch.GetTimestamp();

        // the server that is left takes it over, from the log, behind the same connection
        var late = await again.Persists("after", "set-algorithm", "balancer", ("algorithm", "round-robin"));
        output.WriteLine($"taken over {Stopwatch.GetElapsedTime(since).TotalSeconds:f1} s after the kill");
        Assert.True(late.Tick > receipt.Tick);
        await again.Sees(frame => frame.Tick >= late.Tick + 8);
        Assert.Equal(receipt.Tick, (await again.Command("before", "set-algorithm", "balancer", ("algorithm", "random"))).Tick);
        Assert.DoesNotContain(left.Said, line => line?.Contains("diverge", StringComparison.OrdinalIgnoreCase) == true);
    }

    [Fact]
    public async Task AServerThatHangsAndIsDeclaredDeadShowsNothingWhenItWakesAndExits()
    {
        var database = await Postgres.NewDatabase();
        await using var sleeper = new ServerUnderTest { Settings = ClusterServer.SettingsOf(database) };
        await sleeper.Start();
        await using var ada = await Player.Connect(sleeper.Address);
        Assert.Null((await ada.PlayNow(await PlayTests.Balancers(ada))).Refusal);
        await ada.Sees(frame => frame.Tick >= 8);
        // alone until now, so the drill lives there
        await using var left = new ServerUnderTest { Settings = ClusterServer.SettingsOf(database) };
        await left.Start();
        await using var again = await Player.Connect(left.Address);
        Assert.Null((await again.Resume(ada.Seat!.Token)).Refusal);
        await again.Sees(frame => frame.Tick >= 8);

        await sleeper.Freeze();
        var since = Stopwatch.GetTimestamp();
        var late = await again.Persists("after", "set-algorithm", "balancer", ("algorithm", "round-robin"));
        output.WriteLine($"taken over {Stopwatch.GetElapsedTime(since).TotalSeconds:f1} s after it was stopped");
        Assert.Null(late.Refusal);
        await again.Sees(frame => frame.Tick >= late.Tick + 8);
        var shown = ada.Frames.Count;
        await sleeper.Wake();
        Assert.NotEqual(0, await sleeper.Ended());
        // one frame may have been under way to her when it was stopped
        Assert.InRange(ada.Frames.Skip(shown).Count(frame => frame.Tick < late.Tick), 0, 1);
        var hers = ada.Frames.Select(frame => frame.Tick).ToList();
        Assert.Equal(hers.Order(), hers);
        var ticks = again.Frames.Select(frame => frame.Tick).ToList();
        Assert.Equal(ticks.Order(), ticks);
        Assert.Equal(late.Tick, (await again.Command("after", "set-algorithm", "balancer", ("algorithm", "round-robin"))).Tick);
    }

    [Fact]
    public async Task ServersMayAllStartAtOnceOnANewDatabase()
    {
        var database = new NpgsqlConnectionStringBuilder(await Postgres.NewDatabase()) { Database = "not-there-yet" }.ToString();
        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Begin(database)));
        await using var player = await servers[0].Connect();
        Assert.Null((await player.PlayNow(Proving.Alone)).Refusal);
        await player.Sees(frame => frame.Tick >= 2);
        foreach (var server in servers) await server.DisposeAsync();
    }

    private static async Task<ClusterServer> Begin(string database)
    {
        var server = new ClusterServer(database);
        await server.InitializeAsync();
        return server;
    }
}
