using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Settings;
using OpsGame.Server.Storage;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Tests.Storage;

/// <summary>What is kept is kept, whichever database keeps it.</summary>
public abstract partial class StorageTests : IAsyncLifetime
{
    private static readonly ImmutableSortedDictionary<string, string> Arguments =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("server", "웹-1").Add("Z", "1").Add("a", "2");

    private readonly string _directory = Directory.CreateTempSubdirectory("opsgame-storage-").FullName;
    private Places? _places;
    private IHost? _host;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected IEstateLog Log => _host!.Services.GetRequiredService<IEstateLog>();

    public async ValueTask InitializeAsync()
    {
        _places = new Places(Path.Combine(_directory, "opsgame.db"), await Server());
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task TheMigrationsMakeTheModel()
    {
        await using var db = await Open();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Stop));
    }

    [Fact]
    public async Task TheLogSurvivesTheProcess()
    {
        var entry = Entry(tick: 7, hash: ulong.MaxValue);
        var (one, other) = (await Log.Claim("d/t1"), await Log.Claim("d/t2"));
        await Log.Append("d/t1", one, entry);
        await Log.Append("d/t1", one, Entry(tick: 9, hash: 1));
        await Log.Append("d/t2", other, Entry(tick: 8, hash: 1));
        await Log.Mark("d/t1", one, new ProgressMark(10, 2, 12));
        await Log.Mark("d/t1", one, new ProgressMark(14, 3, 18));
        await _host!.StopAsync(Stop);
        await Start();

        var logged = await Log.Read("d/t1");
        Assert.Equal([7, 9], logged.Entries.Select(each => each.Tick));
        Assert.Equal(entry.PreviousHash, logged.Entries[0].PreviousHash);
        var (was, read) = (entry.Commands.Single(), logged.Entries[0].Commands.Single());
        Assert.Equal((was.Id, was.By, was.Action, was.Target), (read.Id, read.By, read.Action, read.Target));
        Assert.Equal(was.Args, read.Args);
        Assert.Equal(18, logged.LastTick);
        Assert.Equal(new ProgressMark(14, 3, 18), logged.Mark);
    }

    [Fact]
    public async Task WritingAnEntryTwiceIsHarmlessAndADifferentOneForItsTickIsAnError()
    {
        var epoch = await Log.Claim("d/t1");
        await Log.Append("d/t1", epoch, Entry(tick: 7, hash: 1));
        await Log.Append("d/t1", epoch, Entry(tick: 7, hash: 1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.Append("d/t1", epoch, Entry(tick: 7, hash: 2)));
        await Log.Append("d/t1", epoch, Entry(tick: 8, hash: 3));
        Assert.Equal([7, 8], (await Log.Read("d/t1")).Entries.Select(each => each.Tick));
    }

    [Fact]
    public async Task ASupersededOwnerCannotWrite()
    {
        var before = await Log.Claim("d/t1");
        await Log.Append("d/t1", before, Entry(tick: 7, hash: 1));
        var now = await Log.Claim("d/t1");
        await Assert.ThrowsAsync<SupersededException>(() => Log.Append("d/t1", before, Entry(tick: 8, hash: 2)));
        await Assert.ThrowsAsync<SupersededException>(() => Log.Append("d/t1", before, Entry(tick: 7, hash: 1)));
        await Assert.ThrowsAsync<SupersededException>(() => Log.Mark("d/t1", before, new ProgressMark(9, 2, 9)));
        await Log.Append("d/t1", now, Entry(tick: 9, hash: 3));
        var logged = await Log.Read("d/t1");
        Assert.Equal([7, 9], logged.Entries.Select(each => each.Tick));
        Assert.Null(logged.Mark);
        Assert.Equal(now, logged.Epoch);
    }

    [Fact]
    public async Task AnOwnerOnlyAppends()
    {
        var epoch = await Log.Claim("d/t1");
        await Log.Append("d/t1", epoch, Entry(tick: 7, hash: 1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.Append("d/t1", epoch, Entry(tick: 6, hash: 1)));
        await Log.Mark("d/t1", epoch, new ProgressMark(10, 1, 14));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.Mark("d/t1", epoch, new ProgressMark(9, 1, 9)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.Append("d/t1", epoch, Entry(tick: 10, hash: 1)));
        await Log.Append("d/t1", epoch, Entry(tick: 11, hash: 1));
        Assert.Equal([7, 11], (await Log.Read("d/t1")).Entries.Select(each => each.Tick));
    }

    [Fact]
    public async Task ADrillIsKeptRevisionByRevision()
    {
        var drills = _host!.Services.GetRequiredService<IDrillStore>();
        var first = First;
        await drills.Save(first);
        await drills.Save(first);
        var second = first with { Revision = 2, Speed = 2 };
        await drills.Save(second);
        await Assert.ThrowsAsync<SupersededException>(() => drills.Save(first with { Revision = 2, Speed = 4 }));
        await Assert.ThrowsAsync<SupersededException>(() => drills.Save(first with { Revision = 5 }));
        Assert.Equal(2, (await drills.Find("d1"))!.Speed);
    }

    [Fact]
    public async Task NothingIsLeftOfADeletedDrillAndALateWordDoesNotBringItBack()
    {
        var drills = _host!.Services.GetRequiredService<IDrillStore>();
        Team[] teams = [new("t1", "Red"), new("t2", "Blue")];
        foreach (var id in new[] { "d1", "d10" })
        {
            await drills.Save(First with { Id = id, Code = id, Teams = [.. teams] });
            await Board.Keep([.. teams.Select(team => Dear with { Drill = id, Team = team.Id })]);
            foreach (var team in teams)
                await Log.Append($"{id}/{team.Id}", await Log.Claim($"{id}/{team.Id}"), Entry(tick: 7, hash: 1));
            await drills.Save(First with { Id = id, Code = id, Teams = [.. teams], Revision = 2, Status = DrillStatus.Finished });
        }

        var gone = (await drills.Find("d1"))!;
        await drills.Delete(gone);
        await drills.Delete(gone);
        await Assert.ThrowsAsync<SupersededException>(() => drills.Save(gone with { Revision = 3 }));
        Assert.Equal((null, "d10"), (await drills.FindByCode("d1"), await drills.FindByCode("d10")));
        await using var db = await Open();
        Assert.Equal(["d10/t1", "d10/t2"], await db.Log.Select(row => row.Estate).Order().ToArrayAsync(Stop));
        Assert.Equal(["d10/t1", "d10/t2"], await db.Progress.Select(row => row.Estate).Order().ToArrayAsync(Stop));
        Assert.Equal(["d10", "d10"], await db.Board.Select(row => row.Drill).ToArrayAsync(Stop));
    }

    [Fact]
    public async Task AnEvaluationIsKeptRevisionByRevision()
    {
        await Keep("e1", days: 1, "a", Verdict.None);
        var kept = (await Evaluations.Find("e1"))!;
        await Evaluations.Save(kept with { Revision = kept.Revision + 1, Name = "Ada" });
        await Assert.ThrowsAsync<SupersededException>(
            () => Evaluations.Save(kept with { Revision = kept.Revision + 1, Name = "Bo" }));
        Assert.Equal("Ada", (await Evaluations.Find("e1"))!.Name);
    }

    [Fact]
    public async Task ManyEstatesWriteAtOnce()
    {
        var epochs = new long[40];
        for (var team = 0; team < 40; team++) epochs[team] = await Log.Claim($"d/t{team}");
        await Task.WhenAll(
            Enumerable.Range(0, 2000)
                .Select(i => Log.Append($"d/t{i % 40}", epochs[i % 40], Entry(tick: 1 + (i / 40), hash: 1))));
        for (var team = 0; team < 40; team++) Assert.Equal(50, (await Log.Read($"d/t{team}")).Entries.Length);
    }

    [Fact]
    public async Task AScenarioIsFoundByItsContentEvenAfterItLeftTheLibrary()
    {
        var source = _host!.Services.GetRequiredService<IScenarioSource>();
        var scenario = (await source.Current(Library.All[0].Id))!;
        Assert.Null(await source.Current("no-such-scenario"));
        await _host.StopAsync(Stop);
        await Start();
        var read = await _host.Services.GetRequiredService<IScenarioSource>().Load(scenario.ContentHash);
        Assert.Equal(scenario.ContentHash, read.ContentHash);
        Assert.Equal(scenario.Id, read.Id);
    }

    [Fact]
    public async Task TheBoardShowsVerifiedResultsOnlyAndTiesGoToTheCheaper()
    {
        var (board, dear) = (Board, Dear);
        await board.Keep(
            [dear, dear with { Team = "t2", TeamName = "Cheap", SpentNanoDollars = 1_000_000_000 },
                dear with { Team = "t3", Score = 900 }]);
        Assert.Empty((await board.Best("shop", 1, 10)).Best);
        Assert.Equal(3, (await board.Pending()).Length);
        await board.Judge("d1", "t1", Verdict.Verified);
        await board.Judge("d1", "t2", Verdict.Verified);
        await board.Judge("d1", "t3", Verdict.Refused);
        Assert.Equal(["Cheap", "Dear"], (await board.Best("shop", 1, 10)).Best.Select(result => result.TeamName));
        Assert.Empty((await board.Best("shop", 2, 10)).Best);
    }

    /// <summary>Connection string of the database server, or null: a file of its own.</summary>
    protected abstract Task<string?> Server();

    protected Task<OpsGameDb> Open() =>
        _host!.Services.GetRequiredService<IDbContextFactory<OpsGameDb>>().CreateDbContextAsync(Stop);

    private static ScenarioLibrary Library { get; } = ScenarioLibrary.Load(ScenarioLibrary.DefaultDirectory);

    private static DrillRecord First { get; } = new(
        "d1", "ABCDEF", "shop", 1, "hash", 7, Solo: false, DrillStatus.Lobby, 1, [new Team("t1", "Red")], [], 0,
        DateTimeOffset.UnixEpoch, null, null, [], Diverged: false, Revision: 1);

    protected static LogEntry Entry(long tick, ulong hash) =>
        new(tick, [new Command("c1", "Ada", "detach", "balancer", Arguments)], hash);

    private async ValueTask Start()
    {
        _host?.Dispose();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(Library);
        builder.Services.AddStorage(_places!);
        _host = builder.Build();
        await _host.Services.Migrate();
        await _host.StartAsync(Stop);
    }
}
