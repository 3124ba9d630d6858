using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Tests.Play.Proofs;
using OpsGame.Server.Wire;
using OpsGame.Simulation;

namespace OpsGame.Server.Tests.Crash;

/// <summary>The server is upgraded under a drill: nobody goes on by other rules without having chosen to.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public async Task ADrillOfAnotherVersionWaitsUntilItsInstructorContinuesIt()
    {
        await using var server = new Proving();
        await server.InitializeAsync();
        var (instructor, player) = await PlayAndUpgrade(server);
        await using var grace = await server.Connect();
        Assert.Null((await grace.Resume(instructor.Token)).Refusal);
        await using var ada = await server.Connect();
        var back = (await ada.Resume(player.Token)).Seat!;
        Assert.Equal(("paused", "upgraded"), (back.Room.Status, back.Room.Rules));
        Assert.Equal("drill-paused", (await ada.Command("a2", "flush-cache", "cache")).Refusal?.Code);
        Assert.Equal("drill-upgraded", await grace.Order(nameof(IDrillHub.Continue)));
        Assert.Equal("not-your-role", await ada.Order(nameof(IDrillHub.GoOn)));

        Assert.Null(await grace.Order(nameof(IDrillHub.GoOn)));
        await ada.SeesRoom(room => room is { Status: "running", Rules: "mixed" });
        Assert.Null((await ada.Persists("a3", "flush-cache", "cache")).Refusal);
        Assert.Null(await grace.Order(nameof(IDrillHub.Finish)));
        await StandOnNoBoard(server, back);
    }

    [Fact]
    public async Task ADrillOfAnotherVersionMayBeEndedInstead()
    {
        await using var server = new Proving();
        await server.InitializeAsync();
        var (instructor, player) = await PlayAndUpgrade(server);
        await using var grace = await server.Connect();
        Assert.Null((await grace.Resume(instructor.Token)).Refusal);
        Assert.Null(await grace.Order(nameof(IDrillHub.Finish)));
        var room = await grace.SeesRoom(room => room.Status == "finished");
        Assert.Equal("mixed", room.Rules);
        await StandOnNoBoard(server, player);
    }

    [Fact]
    public async Task ADrillOfTheSameVersionResumesByItself()
    {
        await using var server = new Proving();
        await server.InitializeAsync();
        var (_, player) = await PlayAndUpgrade(server, upgrade: false);
        await using var ada = await server.Connect();
        var back = (await ada.Resume(player.Token)).Seat!;
        Assert.Equal(("running", "own"), (back.Room.Status, back.Room.Rules));
        Assert.Null((await ada.Persists("a2", "flush-cache", "cache")).Refusal);
    }

    /// <summary>The server of before is this one under another name: what it stored says so.</summary>
    internal static async Task<(Seat Instructor, Seat Player)> PlayAndUpgrade(Proving server, bool upgrade = true)
    {
        Seat instructor, player;
        await using (var grace = await server.Connect())
        await using (var ada = await server.Connect())
        {
            Assert.Null((await grace.Create(Proving.Everything, "Grace", ["Red", "Blue"])).Refusal);
            Assert.Null((await ada.Join(grace.Seat!.Code, "Ada", "t1")).Refusal);
            Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
            await ada.Sees(frame => frame.Tick >= 4);
            Assert.Null((await ada.Command("a1", "flush-cache", "cache")).Refusal);
            (instructor, player) = (grace.Seat, ada.Seat!);
        }

        await server.Stop();
        if (upgrade) Rewrite(server.Database);
        await server.Start();
        return (instructor, player);
    }

    private static void Rewrite(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        var now = $"\"engine\":\"{EngineVersion.Text}\"";
        command.CommandText = $"UPDATE drills SET \"Record\" = replace(\"Record\", '{now}', '\"engine\":\"before\"')";
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static async Task StandOnNoBoard(Proving server, Seat seat)
    {
        var board = server.Services.GetRequiredService<IBoard>();
        foreach (var team in new[] { "t1", "t2" }) Assert.Equal(Verdict.None, (await board.Find(seat.Drill, team))!.Verdict);
    }
}
