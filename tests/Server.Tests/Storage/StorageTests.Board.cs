using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;

namespace OpsGame.Server.Tests.Storage;

public abstract partial class StorageTests
{
    private const int Flood = 200_000;

    private IBoard Board => _host!.Services.GetRequiredService<IBoard>();

    [Fact]
    public async Task TheBoardIsShownWithoutReadingTheLogsOfItsResults()
    {
        await using var db = await Open();
        await KeepFlooded(db);
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE estate_log RENAME TO away", Stop);
        Assert.Equal("Dear", Assert.Single((await Board.Best("shop", 1, 10)).Best).TeamName);
    }

    [Fact]
    public async Task ResultsOfAFinishedDrillAreReplacedByNobody()
    {
        var drills = _host!.Services.GetRequiredService<IDrillStore>();
        await drills.Save(First);
        await Board.Keep([Dear with { Score = 1 }]);
        await Board.Keep([Dear]);
        await drills.Save(First with { Revision = 2, Status = DrillStatus.Finished });
        // it slept while another server took its drill over and ended it
        await Assert.ThrowsAsync<SupersededException>(() => Board.Keep([Dear with { Score = 1 }]));
        Assert.Equal(Dear.Score, (await Board.Find(Dear.Drill, Dear.Team))!.Result.Score);
    }

    [Theory]
    [InlineData("UPDATE estate_log SET \"Commands\" = '[]' WHERE \"Tick\" = 77777")]
    [InlineData("UPDATE estate_log SET \"PreviousHash\" = '00000000000000aa' WHERE \"Tick\" = 1")]
    [InlineData("UPDATE estate_log SET \"Tick\" = 200001 WHERE \"Tick\" = 200000")]
    [InlineData("DELETE FROM estate_log WHERE \"Tick\" = 5")]
    [InlineData("DELETE FROM estate_log")]
    public async Task ALogThatWasChangedTakesItsResultOffTheBoardAtItsAudit(string change)
    {
        await using var db = await Open();
        await KeepFlooded(db);
        Assert.True(await Board.Audit("d1", "t1"));
        await db.Database.ExecuteSqlRawAsync(change, Stop);
        Assert.False(await Board.Audit("d1", "t1"));
        Assert.Empty((await Board.Best("shop", 1, 10)).Best);
        Assert.Equal([("d1", "t1")], await Board.Pending());
    }

    [Fact]
    public async Task AResultSealedBeforeLogsHadDigestsIsVerifiedAgain()
    {
        await using var db = await Open();
        await KeepFlooded(db);
        await db.Board.ExecuteUpdateAsync(set => set.SetProperty(row => row.LogDigest, ""), Stop);
        var shown = await Board.Best("shop", 1, 10);
        Assert.Empty(shown.Best);
        Assert.Equal([("d1", "t1")], shown.Doubtful);
        await Board.Judge("d1", "t1", Verdict.Verified);
        Assert.Single((await Board.Best("shop", 1, 10)).Best);
    }

    [Fact]
    public async Task VerifiedResultsAreAuditedInTurn()
    {
        (string Drill, string Team)[] verified = [("d1", "t1"), ("d1", "t2"), ("d10", "t1"), ("d2", "t1")];
        foreach (var drill in verified.Append(("d3", "t1")).GroupBy(each => each.Item1))
            await Board.Keep([.. drill.Select(each => Dear with { Drill = each.Item1, Team = each.Item2 })]);
        foreach (var (drill, team) in verified) await Board.Judge(drill, team, Verdict.Verified);
        var (found, last) = (new List<(string, string)>(), ("", ""));
        while (await Board.Following(last.Item1, last.Item2) is { } next) found.Add(last = next);
        Assert.Equal(verified, found);
    }

    private static BoardResult Dear { get; } = new(
        "d1", "t1", "Dear", ["Ada"], "shop", 1, "hash", "1.0.0", 7, 800, 0.9, 2_000_000_000, 100, 5, DateTimeOffset.UnixEpoch);

    /// <summary>A verified result whose log somebody filled.</summary>
    private async Task KeepFlooded(Server.Storage.OpsGameDb db)
    {
        await Board.Keep([Dear]);
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE ticks(tick) AS (SELECT 1 UNION ALL SELECT tick + 1 FROM ticks WHERE tick < {Flood})
            INSERT INTO estate_log ("Estate", "Tick", "Commands", "PreviousHash")
            SELECT 'd1/t1', tick, '[1]', '0000000000000000' FROM ticks
            """, Stop);
        await Board.Judge("d1", "t1", Verdict.Verified);
    }
}
