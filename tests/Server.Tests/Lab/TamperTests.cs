using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Storage;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Server.Tests.Verbs;
using OpsGame.Server.Verification;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Lab;

/// <summary>Whoever changes what is stored is found out: not shown on a board, and refused by verify.</summary>
public sealed class TamperTests(SmallServer server) : IClassFixture<SmallServer>
{
    private const string Small = SmallLibrary.Scenario;

    public static TheoryData<string, string> Strategies => new()
    {
        { "UPDATE evaluation_runs SET Score = 1000 WHERE Evaluation = {0} AND Seed = 7", "seed 7, score: 1000 is stored" },
        { "UPDATE evaluation_runs SET SpentNanoDollars = 1 WHERE Evaluation = {0} AND Seed = 2", "seed 2, nano-dollars" },
        { "UPDATE evaluation_runs SET Hash = '00000000000000aa' WHERE Evaluation = {0} AND Seed = 2", "seed 2, the hash" },
        { "DELETE FROM evaluation_runs WHERE Evaluation = {0} AND Seed = 30", "seed 30, no run" },
        { "UPDATE evaluations SET PlanText = replace(PlanText, '6s', '8s') WHERE Id = {0}", "seed 1, tick 25" },
    };

    [Theory]
    [MemberData(nameof(Strategies))]
    public async Task AStrategyThatWasChangedIsRefused(string change, string difference)
    {
        await using var player = await server.Connect();
        var answer = await player.Runs(Small, SmallLibrary.Par.Replace("7s", "6s", StringComparison.Ordinal));
        Assert.Null(await player.Submit(answer, "Ada"));
        await player.SeesEvaluation(answer.Id, view => view.Verdict == "verified");
        Assert.Equal((0, "equal"), await Verify(answer.Id));
        await Change(change, answer.Id);

        Assert.DoesNotContain((await player.Strategies(Small))!.Entries, entry => entry.Id == answer.Id);
        await player.SeesEvaluation(answer.Id, view => view.Verdict == "refused");
        Assert.DoesNotContain((await player.Strategies(Small))!.Entries, entry => entry.Id == answer.Id);
        var (code, said) = await Verify(answer.Id);
        Assert.Equal(1, code);
        Assert.StartsWith($"differs at {difference}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEntryThatClaimsToBeVerifiedIsVerifiedAgain()
    {
        await using var player = await server.Connect();
        var answer = await player.Runs(Small, SmallLibrary.Nothing);
        await Change("UPDATE evaluations SET Verdict = 'Verified', Seal = 'made up', Score = 99999 WHERE Id = {0}", answer.Id);
        await Change("UPDATE evaluation_runs SET Score = 999 WHERE Evaluation = {0}", answer.Id);
        server.Services.GetRequiredService<Boards>().Changed(Small);
        Assert.DoesNotContain((await player.Strategies(Small))!.Entries, entry => entry.Id == answer.Id);
        await player.SeesEvaluation(answer.Id, view => view.Verdict == "refused");
    }

    public static TheoryData<string, string> Drills => new()
    {
        { "UPDATE board SET Record = replace(Record, '\"score\":', '\"score\":1') WHERE Drill = {0}", "score: 1" },
        { "UPDATE estate_log SET Commands = replace(Commands, 'restart-server', 'reload-server') WHERE Estate LIKE {0} || '/%'",
            "tick" },
        { "DELETE FROM estate_log WHERE Estate LIKE {0} || '/%'", "tick" },
        { "UPDATE board SET Record = replace(Record, '\"seed\":', '\"seed\":1') WHERE Drill = {0}", "tick" },
    };

    [Theory]
    [MemberData(nameof(Drills))]
    public async Task ALiveResultThatWasChangedIsRefused(string change, string difference)
    {
        await using var player = await server.Connect();
        await player.PlayNow(Small);
        await player.Sees(frame => frame.Tick >= 24);
        Assert.Null((await player.Command("c1", "restart-server", "server-1")).Refusal);
        await player.Order(nameof(IDrillHub.Speed), 8.0);
        await player.SeesBoard(Small);
        var drill = player.Seat!.Drill;
        var entry = Assert.Single(await player.Board(Small), entry => entry.Drill == drill);
        Assert.Equal((await player.SeesRoom(room => room.Status == "finished")).Seed, entry.Seed);
        Assert.Equal((0, "equal"), await Verify($"{drill}/{player.Seat.Team}"));
        var told = player.Boards.Count;
        await Change(change, drill);

        // it leaves the board once its audit has found it, and everybody is told
        while ((await player.Board(Small)).Any(entry => entry.Drill == drill)) await player.SeesBoards(++told);
        var (code, said) = await Verify($"{drill}/{player.Seat.Team}");
        Assert.Equal(1, code);
        Assert.StartsWith($"differs at {difference}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADownloadedEntryIsVerifiedOnItsOwn()
    {
        await using var player = await server.Connect();
        var answer = await player.Runs(Small, SmallLibrary.Par);
        Assert.Null(await player.Submit(answer, "Ada"));
        await player.SeesEvaluation(answer.Id, view => view.Verdict == "verified");
        using var http = new HttpClient { BaseAddress = server.Address };
        var text = await http.GetStringAsync(
            new Uri($"api/entries/{answer.Id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((0, "equal"), await Verify(TempFile.Of("entry.json", text)));
        Assert.Equal(
            1, (await Verify(TempFile.Of("changed.json", text.Replace("at: 7s", "at: 5s", StringComparison.Ordinal)))).Code);
        Assert.Equal(2, (await Verify(TempFile.Of("other.json", "{\"kind\":\"other\"}"))).Code);
    }

    private async Task Change(string statement, string id)
    {
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<OpsGameDb>>().CreateDbContextAsync();
        Assert.True(await db.Database.ExecuteSqlRawAsync(statement, id) > 0);
    }

    private async Task<(int Code, string Said)> Verify(string entry)
    {
        var (code, said, _) = await CommandLine.Run("verify", entry, "--storage", server.Database);
        return (code, said.Trim());
    }
}
