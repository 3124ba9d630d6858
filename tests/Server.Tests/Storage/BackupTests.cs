using Microsoft.Extensions.DependencyInjection;
using OpsGame.Grains.Storage;
using OpsGame.Server.Tests.Cluster;
using OpsGame.Server.Tests.Play;
using OpsGame.Server.Tests.Play.Proofs;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Server.Verbs;

namespace OpsGame.Server.Tests.Storage;

/// <summary>What was acknowledged before a backup, and every seat, is there again after it was restored elsewhere.</summary>
public sealed class BackupTests : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("opsgame-backup-").FullName;

    [Fact]
    public async Task ABackupOfARunningServerHasEveryAcknowledgedCommand()
    {
        await using var server = new Proving();
        await server.InitializeAsync();
        await using var ada = await server.Connect();
        var acknowledged = await Play(ada);
        var folder = Path.Combine(_directory, "copy");
        var (code, said, error) = await CommandLine.Run("backup", folder, "--storage", server.Database);
        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("To restore", said, StringComparison.Ordinal);
        // the drill goes on meanwhile
        var last = ada.Frames[^1].Tick;
        await ada.Sees(frame => frame.Tick >= last + 4);

        await using var elsewhere = new RestoredAt(Path.Combine(folder, "opsgame.db"));
        await elsewhere.InitializeAsync();
        await AssertRestored(elsewhere, ada, acknowledged);
    }

    [Fact]
    public async Task APlainCopyOfAStoppedServersFileAndKeysHasEverything()
    {
        await using var server = new Proving();
        await server.InitializeAsync();
        await using var ada = await server.Connect();
        var acknowledged = await Play(ada);
        await server.Stop();
        var keys = Directory.CreateDirectory(Path.Combine(_directory, "keys"));
        File.Copy(server.Database, Path.Combine(_directory, "opsgame.db"));
        foreach (var key in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(server.Database)!, "keys")))
            File.Copy(key, Path.Combine(keys.FullName, Path.GetFileName(key)));

        await using var elsewhere = new RestoredAt(Path.Combine(_directory, "opsgame.db"));
        await elsewhere.InitializeAsync();
        await AssertRestored(elsewhere, ada, acknowledged);
    }

    [Fact]
    public async Task ADumpOfPostgresHasEveryAcknowledgedCommand()
    {
        var database = await Postgres.NewDatabase();
        await using var server = new ClusterServer(database);
        await server.InitializeAsync();
        await using var ada = await server.Connect();
        var acknowledged = await Play(ada);
        var copy = await Postgres.Restored(await Postgres.Dump(database));
        // the copy knows it as a living member of its cluster
        await server.Stop();

        await using var elsewhere = new ClusterServer(copy);
        await elsewhere.InitializeAsync();
        await AssertRestored(elsewhere, ada, acknowledged);
    }

    [Fact]
    public async Task ABackupNeedsAnEmptyFolderAndAnExistingDatabase()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "something"), "", TestContext.Current.CancellationToken);
        await using var server = new TestServer();
        await server.InitializeAsync();
        Assert.Equal(
            (ExitCode.BadFile, "", $"{_directory} is not empty\n"),
            await CommandLine.Run("backup", _directory, "--storage", server.Database));
        var missing = Path.Combine(_directory, "missing.db");
        Assert.Equal(
            (ExitCode.BadFile, "", $"There is no database {missing}\n"),
            await CommandLine.Run("backup", Path.Combine(_directory, "copy"), "--storage", missing));
        Assert.False(Directory.Exists(Path.Combine(_directory, "copy")));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>For which tick each command was acknowledged.</summary>
    private static async Task<Dictionary<string, long>> Play(Player player)
    {
        Assert.Null((await player.PlayNow(Proving.Alone)).Refusal);
        await player.Sees(frame => frame.Tick >= 2);
        var acknowledged = new Dictionary<string, long>();
        foreach (var id in (string[])["a", "b", "c"])
        {
            var receipt = await player.Command(id, "reload", "server-1");
            Assert.Null(receipt.Refusal);
            acknowledged[id] = receipt.Tick;
            await player.Sees(frame => frame.Tick >= receipt.Tick + 2);
        }

        return acknowledged;
    }

    private static async Task AssertRestored(TestServer elsewhere, Player ada, Dictionary<string, long> acknowledged)
    {
        await using var again = await elsewhere.Connect();
        Assert.Equal(ada.Seat!.Player, (await again.Resume(ada.Seat.Token)).Seat?.Player);
        var before = (await again.Sees(frame => frame.Status == "running")).Tick;
        foreach (var (id, tick) in acknowledged) Assert.Equal(tick, (await again.Persists(id, "reload", "server-1")).Tick);
        await again.Sees(frame => frame.Tick >= before + 4);
        Assert.False((await elsewhere.Services.GetRequiredService<IDrillStore>().Find(ada.Seat.Drill))!.Diverged);
    }

    /// <summary>With the scenarios it was played on.</summary>
    private sealed class RestoredAt(string database) : Proving
    {
        protected override string[] Settings(string directory) => [.. base.Settings(directory), "--Storage:Path", database];
    }
}
