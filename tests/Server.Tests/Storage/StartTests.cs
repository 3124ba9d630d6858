using Microsoft.Data.Sqlite;
using OpsGame.Server.Settings;
using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Storage;

/// <summary>What a server finds where it keeps its data: leftovers of one that was killed, another that runs, damage.</summary>
public sealed class StartTests : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("opsgame-start-").FullName;

    private string Database => Path.Combine(_directory, "opsgame.db");

    [Fact]
    public async Task AMigrationLockLeftByAKilledServerIsReleased()
    {
        await PlayOnce();
        using (var database = Open(Database))
        using (var command = database.CreateCommand())
        {
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            command.ExecuteNonQuery();
        }

        await PlayOnce();
    }

    [Fact]
    public async Task ASecondServerOnTheSameFileRefusesToStartAndTheFirstKeepsRunning()
    {
        await using var first = new ServerAt(Database);
        await first.Start();
        var refused = await Assert.ThrowsAsync<SettingException>(() => new ServerAt(Database).Start());
        Assert.StartsWith($"{Database} is in use by another server", refused.Message, StringComparison.Ordinal);
        await Play(first);
    }

    [Fact]
    public async Task AServerWaitsForItsPredecessorToEnd()
    {
        await using var first = new ServerAt(Database);
        await first.Start();
        await using var second = new ServerAt(Database);
        var starts = second.Start();
        await first.Stop();
        await starts;
        await Play(second);
    }

    [Theory]
    [InlineData("keys/key-half.xml", "<?xml version=\"1.0\"?><key id=\"")]
    [InlineData("keys/key-empty.xml", "")]
    [InlineData("opsgame.db", "")]
    [InlineData("opsgame.db-wal", "what a log of a database that is gone leaves behind")]
    [InlineData("opsgame.db-shm", "and its index")]
    public async Task AHalfWrittenFileOfAKilledServerDoesNotPreventAStart(string file, string content)
    {
        Directory.CreateDirectory(Path.Combine(_directory, "keys"));
        await File.WriteAllTextAsync(Path.Combine(_directory, file), content, TestContext.Current.CancellationToken);
        await PlayOnce();
        await PlayOnce();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    [InlineData(5 * 4096)]
    public async Task ADamagedDatabaseIsReportedAndNotTouched(int at)
    {
        await PlayOnce();
        SqliteConnection.ClearAllPools();
        await using (var file = File.OpenWrite(Database))
        {
            file.Position = at;
            file.Write(Enumerable.Repeat((byte)0xA5, 512).ToArray());
        }

        var damaged = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<SettingException>(() => new ServerAt(Database).Start());
        Assert.StartsWith($"{Database} is damaged (", refused.Message, StringComparison.Ordinal);
        Assert.Contains("backup", refused.Message, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task DatabaseKeysAndLogsAreTheirOwnersOnly()
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Everybody = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        await PlayOnce();
        // as an older version left them
        var log = Path.Combine(Directory.CreateDirectory(Path.Combine(_directory, "logs")).FullName, "opsgame-20260101.json");
        await File.WriteAllTextAsync(log, "{}", TestContext.Current.CancellationToken);
        foreach (var entry in Entries()) File.SetUnixFileMode(entry, File.GetUnixFileMode(entry) | Everybody);

        await using var server = new ServerAt(Database) { More = ["--Serilog:MinimumLevel:Default", "Information"] };
        await server.Start();
        await Play(server);
        // a busy server writes its log a moment later
        for (var tries = 0; tries < 100 && Entries().Count(IsLog) <= 1; tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        var entries = Entries();
        Assert.Contains(entries, entry => entry.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.EndsWith("-shm", StringComparison.Ordinal));
        Assert.True(entries.Count(IsLog) > 1);
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var entry in entries)
            Assert.True((File.GetUnixFileMode(entry) & ~Owner) == 0, $"{entry} is {File.GetUnixFileMode(entry)}");

        static bool IsLog(string entry) => entry.EndsWith(".json", StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string[] Entries() => [_directory, .. Directory.GetFileSystemEntries(_directory, "*", SearchOption.AllDirectories)];

    private async Task PlayOnce()
    {
        await using var server = new ServerAt(Database);
        await server.Start().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Play(server);
    }

    private static async Task Play(TestServer server)
    {
        await using var player = await server.Connect();
        Assert.Null((await player.PlayNow(await PlayTests.Balancers(player))).Refusal);
        await player.Sees(frame => frame.Tick >= 1);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }
}
