using System.CommandLine;
using System.Data.Common;
using OpsGame.Grains.Storage;
using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Settings;
using OpsGame.Server.Storage;
using OpsGame.Server.Verification;
using OpsGame.Simulation;

namespace OpsGame.Server.Verbs;

/// <summary>verify ENTRY: plays an entry of a board again; equal, or the first tick in which it differs.</summary>
public static class VerifyCommand
{
    public static Command Create()
    {
        var entry = new Argument<string>("ENTRY")
        {
            Description = "A downloaded entry (*.json), or an id in this server's database: of a strategy, or DRILL/TEAM",
        };
        var storage = new Option<FileInfo?>("--storage")
        {
            Description = "The database file, if it is not the server's default", HelpName = "FILE",
        };
        var command = new Command("verify", "Replay an entry of a board: prints equal, or the first tick that differs")
        {
            entry, storage,
        };
        command.SetAction((parsed, stop) =>
        {
            var shell = parsed.InvocationConfiguration;
            return Verify(parsed.GetRequiredValue(entry), parsed.GetValue(storage), shell.Output, shell.Error, stop);
        });
        return command;
    }

    private static async Task<int> Verify(
        string name, FileInfo? storage, TextWriter output, TextWriter error, CancellationToken stop)
    {
        try
        {
            if ((File.Exists(name) ? await FromFile(name, error) : await FromStorage(name, storage, error)) is not { } entry)
                return ExitCode.BadFile;
            if (entry.Engine != EngineVersion.Text)
                await error.WriteLineAsync(
                    $"it was played by engine {entry.Engine}; this is {EngineVersion.Text}, which may play it differently");
            // Off this thread: only then is somebody left to hear Ctrl-C.
            var difference = await Task.Run(() => entry.Verify(stop), CancellationToken.None);
            await output.WriteLineAsync(difference is null ? "equal" : $"differs at {difference}");
            return difference is null ? ExitCode.Done : ExitCode.Stopped;
        }
        catch (ScenarioException broken)
        {
            await error.WriteLineAsync(broken.ToString());
            return ExitCode.BadFile;
        }
        catch (Exception failure) when (failure is DbException or StorageUnavailableException or SettingException)
        {
            await error.WriteLineAsync($"the database cannot be used: {failure.Message}");
            return ExitCode.BadFile;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("stopped");
            return ExitCode.Stopped;
        }
    }

    private static async Task<IEntry?> FromFile(string path, TextWriter error)
    {
        var entry = new FileInfo(path).Length <= EntryJson.MostBytes ? EntryJson.Read(await File.ReadAllTextAsync(path)) : null;
        if (entry is null) await error.WriteLineAsync($"{path}: no entry of a board");
        return entry;
    }

    private static async Task<IEntry?> FromStorage(string id, FileInfo? storage, TextWriter error)
    {
        var places = Places.Named(storage);
        if (places.Postgres is null && !File.Exists(places.Database))
        {
            await error.WriteLineAsync($"{id}: neither a file nor an entry; there is no database {places.Database}");
            return null;
        }

        await using var services =
            new ServiceCollection().AddLogging().AddSingleton(ScenarioLibrary.Load(ScenarioLibrary.DefaultDirectory))
            .AddStorage(places).AddSingleton<Entries>().BuildServiceProvider();
        await services.MigrateIfOlder();
        var entry = await services.GetRequiredService<Entries>().Find(id);
        if (entry is null)
            await error.WriteLineAsync(
                $"{id}: neither a file nor an entry in {(places.Postgres is null ? places.Database : "the database")}");
        return entry;
    }
}
