using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Tests.Cluster;
using OpsGame.Server.Tests.Lab;
using OpsGame.Server.Wire;
using OpsGame.Simulation;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>What only a server in a bad state refuses: each case has one of its own.</summary>
internal static class OwnServer
{
    private static readonly string[] Red = ["Red"];

    private static readonly string[] Forty = [.. Enumerable.Range(1, DrillLimits.Teams).Select(i => $"Team {i}")];

    /// <summary>The server's places are taken by teams, not by drills.</summary>
    public static Task<string?> ManyDrills(Proving _) => On(server => Fills(server, DrillLimits.Live, Forty));

    public static async Task<string?> ManyDrillsOfOne(Proving _)
    {
        await using var server = new AsDelivered();
        await server.InitializeAsync();
        return await Fills(server, DrillLimits.LiveAtAnAddress, Forty);
    }

    public static async Task<string?> DrillsAtOnce(Proving _)
    {
        await using var server = new AsDelivered();
        await server.InitializeAsync();
        return await Fills(server, DrillLimits.LiveAtAnAddress, Red);
    }

    /// <summary>From one address, so another server's guests are not stopped by it.</summary>
    public static Task<string?> ManyGuesses(Proving _) => On(async server =>
    {
        string? refused = null;
        for (var connection = 0; connection < 4; connection++)
        {
            await using var hub = await server.Connect();
            for (var i = 0; i < 15; i++) refused = (await hub.FindDrill("ZZZZZZ")).Refusal?.Code;
        }

        return refused;
    });

    public static Task<string?> ManyEvaluations(Proving _) => On(async server =>
    {
        await server.Services.GetRequiredService<IEvaluationStore>().Add(new Evaluation(
            "waiting", SmallLibrary.Scenario, 1, "", "", "par", new LocalText("Par", "파"), SmallLibrary.Par, House: "",
            Address: "elsewhere",
            Owner: "", DateTimeOffset.UnixEpoch, EvaluationStatus.Open, Name: "", SubmittedAt: null, Verdict.None, Finding: ""));
        // All at once: the lab begins with what it finds within a second.
        const string Rest =
            "Scenario, ScenarioVersion, ScenarioHash, Engine, PlanText, House, Address, Status, Verdict, IsOpen, CreatedAtMs, "
            + "Score, SpentNanoDollars, Record, Revision, Seal";
        Change(
            server,
            $"""
            WITH RECURSIVE more(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM more WHERE i < {LabLimits.Open})
            INSERT INTO evaluations (Id, {Rest}) SELECT 'waiting-' || i, {Rest} FROM evaluations, more WHERE Id = 'waiting'
            """);
        await using var hub = await server.Connect();
        return (await hub.Evaluate(SmallLibrary.Scenario, SmallLibrary.Nothing)).Refusal?.Code;
    });

    /// <summary>Half an hour thirty times over: none of them is finished before the last is asked for.</summary>
    public static Task<string?> ManyEvaluationsOfOne(Proving _) => On(async server =>
    {
        var longPlan = SmallLibrary.Nothing.Replace(
            $"scenario: {SmallLibrary.Scenario}", $"scenario: {Proving.Crowded}", StringComparison.Ordinal);
        await using var hub = await server.Connect();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => hub.Evaluate(Proving.Crowded, longPlan)));
        return answers.SingleOrDefault(answer => answer.Refusal is not null)?.Refusal!.Code;
    });

    public static Task<string?> BrokenDatabase(Proving _) => On(async server =>
    {
        await using var hub = await server.Connect();
        // how many rows a table that is dropped has affected nobody says
        Run(server, "DROP TABLE drills");
        return (await hub.Create(Proving.Alone, "Grace", Red)).Refusal?.Code;
    });

    /// <summary>It was stopped when its largest estate had half an hour behind it: seconds of work to bring back.</summary>
    public static Task<string?> MuchToReplay(Proving _) => On(async server =>
    {
        Seat seat;
        await using (var grace = await server.Connect())
        {
            Assert.Null((await grace.Create(Proving.Crowded, "Grace", Red, seed: 1)).Refusal);
            Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
            await grace.Sees(frame => frame.Tick >= 1);
            await using var ada = await server.Connect();
            Assert.Null((await ada.Join(grace.Seat!.Code, "Ada")).Refusal);
            seat = ada.Seat!;
        }

        var world = new World((await server.Services.GetRequiredService<IScenarioSource>().Current(Proving.Crowded))!, 1);
        await server.Stop();
        while (world.NowNs < world.Scenario.DurationNs - Nanoseconds.PerSecond) Headless.Step(world, []);
        Change(server, $"UPDATE estate_progress SET \"Tick\" = {world.Tick}, \"Hash\" = '{world.Last.Hash:x16}'");

        await server.Start();
        await using var again = await server.Connect();
        Assert.Null((await again.Resume(seat.Token)).Refusal);
        return (await again.Command("early", "reload", "server-1")).Refusal?.Code;
    });

    /// <summary>
    /// While the disk makes the log wait, no tick takes what the team sends: a tick's commands may wait, and no more.
    /// </summary>
    public static Task<string?> SlowDisk(Proving _) => On(async server =>
    {
        const int CallsAtOnce = 10;
        const int Hands = 4;
        await using var stage = await Stage.Set(server, Proving.Alone);
        // the whole team: a seat may send no more than so many, and the tick may already have taken as many as wait
        var hands = new List<Player>();
        for (var i = 0; i < DrillLimits.Players * Hands; i++)
        {
            hands.Add(await server.Connect());
            var seat = (await stage.Of(i < Hands ? "Ada" : $"Player {i / Hands}")).Seat!;
            Assert.Null((await hands[^1].Resume(seat.Token)).Refusal);
        }

        using var disk = new SqliteConnection($"Data Source={server.Database}");
        disk.Open();
        var write = disk.BeginTransaction(deferred: false);
        var answers = hands
            .SelectMany((hand, at) => Enumerable.Range(0, CallsAtOnce).Select(i => Insist(hand, $"{at}/{i}"))).ToList();
        var waiting = answers.ToList();
        string? refused = null;
        while (refused is null)
        {
            var answer = await Task.WhenAny(waiting);
            waiting.Remove(answer);
            refused = await answer;
        }

        write.Rollback();
        // what waited is carried out
        var told = await Task.WhenAll(answers);
        Assert.Contains(told, code => code is null);
        foreach (var hand in hands) await hand.DisposeAsync();
        return refused;
    });

    /// <summary>Two servers; the one where the estate lives is stopped under a player who is connected to the other.</summary>
    public static async Task<string?> TakenOver(Proving _)
    {
        var database = await Postgres.NewDatabase();
        await using var stopping = new ClusterServer(database);
        await stopping.InitializeAsync();
        Seat seat;
        await using (var grace = await stopping.Connect())
        {
            Assert.Null((await grace.Create(Proving.Alone, "Grace", Red, seed: 1)).Refusal);
            Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
            await grace.Sees(frame => frame.Tick >= 1);
            seat = grace.Seat!;
        }

        await using var staying = new ClusterServer(database);
        await staying.InitializeAsync();
        await using var ada = await staying.Connect();
        Assert.Null((await ada.Join(seat.Code, "Ada")).Refusal);
        await ada.Command("before", "reload", "server-1");
        var stopped = stopping.Stop();
        string? refused = null;
        for (var i = 0; refused != "estate-restarting" && !stopped.IsCompleted; i++)
            refused = (await ada.Command($"meanwhile {i}", "reload", "server-1")).Refusal?.Code;
        await stopped;
        Assert.Null((await ada.Persists("after", "reload", "server-1")).Refusal);
        return refused;
    }

    /// <summary>Sends it again while it is told to wait.</summary>
    private static async Task<string?> Insist(Player hand, string id)
    {
        for (; ; await Task.Delay(TimeSpan.FromMilliseconds(100)))
        {
            var refusal = (await hand.Command(id, "reload", "server-1")).Refusal?.Code;
            if (refusal != "too-fast") return refusal;
        }
    }

    /// <summary>Opens drills, each at a connection of its own, until one is refused or there are more than may be.</summary>
    private static async Task<string?> Fills(TestServer server, int estates, string[] teams)
    {
        for (var taken = 0; taken <= estates; taken += teams.Length)
        {
            await using var hub = await server.Connect();
            if ((await hub.Create((await hub.Library())[0].Id, "Grace", teams)).Refusal is { } refusal) return refusal.Code;
        }

        return null;
    }

    private static async Task<string?> On(Func<Proving, Task<string?>> refused)
    {
        await using var server = new Proving();
        await server.InitializeAsync();
        return await refused(server);
    }

    private static void Change(Proving server, string sql) => Assert.NotEqual(0, Run(server, sql));

    private static int Run(Proving server, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={server.Database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
