using System.CommandLine;
using Microsoft.Data.Sqlite;
using OpsGame.Server.Settings;
using OpsGame.Server.Storage;

namespace OpsGame.Server.Verbs;

/// <summary>backup FOLDER: a checked copy of the embedded database and its keys, also beside a running server.</summary>
public static class BackupCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Where the copy goes: a new or empty folder" };
        var storage = new Option<FileInfo?>("--storage")
        {
            Description = "The database file, if it is not the server's default",
            HelpName = "FILE",
        };
        var command = new Command("backup", "Copy the database and the keys beside a running server, and check the copy")
        {
            folder, storage,
        };
        command.SetAction(parsed =>
        {
            var shell = parsed.InvocationConfiguration;
            return BackUp(parsed.GetRequiredValue(folder), parsed.GetValue(storage), shell.Output, shell.Error);
        });
        return command;
    }

    private static int BackUp(DirectoryInfo folder, FileInfo? storage, TextWriter output, TextWriter error)
    {
        try
        {
            var places = Places.Named(storage);
            if (WhyNot(places, folder) is { } why)
            {
                error.WriteLine(why);
                return ExitCode.BadFile;
            }

            var keys = SqliteCopy.Make(places, folder.FullName);
            output.WriteLine(
                $"{folder}: the database, checked, and {keys} keys. "
                + "To restore: stop the server, empty its data folder, copy all of this there, start it.");
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is SqliteException or SettingException
            or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"There is no backup: {failure.Message}");
            return ExitCode.BadFile;
        }
    }

    private static string? WhyNot(Places places, DirectoryInfo folder) =>
        places.Postgres is not null
            ? "The data is in PostgreSQL, the keys too: back it up with pg_dump, restore it with psql into a new database"
        : !File.Exists(places.Database) ? $"There is no database {places.Database}"
        : folder.Exists && folder.EnumerateFileSystemInfos().Any() ? $"{folder} is not empty"
        : null;
}
