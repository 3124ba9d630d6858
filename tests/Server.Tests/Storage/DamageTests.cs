using Microsoft.Data.Sqlite;
using OpsGame.Server.Hosting;
using OpsGame.Server.Settings;
using OpsGame.Server.Tests.Play;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Server.Verbs;

namespace OpsGame.Server.Tests.Storage;

/// <summary>A file that was damaged, or that may only be read: what is said, what is kept, how to go on.</summary>
public sealed class DamageTests : IDisposable
{
    private const int Page = 4096;

    private readonly string _directory = Directory.CreateTempSubdirectory("opsgame-damage-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AfterDamageTheServerStartsNoMoreAndABackupGoesOn()
    {
        var database = Path.Combine(_directory, "data", "opsgame.db");
        var copy = Path.Combine(_directory, "copy");
        await using var server = new ServerAt(database);
        await server.Start();
        await using var ada = await server.Connect();
        await ada.PlayNow(await PlayTests.Balancers(ada));
        await ada.Sees(frame => frame.Tick >= 4);
        Assert.Equal(ExitCode.Done, (await CommandLine.Run("backup", copy, "--storage", database)).Code);
        await server.Stop();
        Damage(database);
        SqliteConnection.ClearAllPools();
        var refused = await Assert.ThrowsAsync<SettingException>(server.Start);
        Assert.StartsWith($"{database} is damaged (", refused.Message, StringComparison.Ordinal);

        Directory.Delete(Path.Combine(_directory, "data"), recursive: true);
        Directory.Move(copy, Path.Combine(_directory, "data"));
        await server.Start();
        await using var again = await server.Connect();
        Assert.Equal(ada.Seat!.Player, (await again.Resume(ada.Seat.Token)).Seat?.Player);
        await again.Sees(frame => frame.Tick >= 4);
    }

    [Fact]
    public async Task AFolderThatCanOnlyBeReadIsReportedInALineAndWorksAgainOnceItCanBeWritten()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may mount the small disk.");
        await using var disk = await SmallDisk.Mount(megabytes: 24);
        var database = Path.Combine(disk.Folder, "opsgame.db");
        await using var server = new ServerAt(database);
        await server.Start();
        await using var ada = await server.Connect();
        await ada.PlayNow(await PlayTests.Balancers(ada));
        await ada.Sees(frame => frame.Tick >= 4);
        await ada.DisposeAsync();
        await server.Stop();
        SqliteConnection.ClearAllPools();

        await disk.MayBeWritten(false);
        try
        {
            var errors = Console.Error;
            await using var said = new StringWriter();
            Console.SetError(said);
            try
            {
                Assert.Equal(1, await ServeVerb.Run(["--urls", "http://127.0.0.1:0", "--Storage:Path", database]));
            }
            finally
            {
                Console.SetError(errors);
            }

            Assert.Contains("ead-only", said.ToString(), StringComparison.Ordinal);
            Assert.Single(said.ToString().TrimEnd().Split('\n'));
        }
        finally
        {
            await disk.MayBeWritten(true);
        }

        await server.Start();
        await using var again = await server.Connect();
        Assert.Equal(ada.Seat!.Player, (await again.Resume(ada.Seat.Token)).Seat?.Player);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    /// <summary>All but the first page, in the file and in what is written before it.</summary>
    private static void Damage(string database)
    {
        foreach (var name in new[] { database, database + "-wal" })
        {
            if (!File.Exists(name)) continue;
            using var file = new FileStream(name, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            var page = Enumerable.Repeat((byte)0xA5, Page).ToArray();
            for (file.Position = Page; file.Position < file.Length;) file.Write(page);
        }
    }
}
