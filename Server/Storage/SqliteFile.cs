using System.Xml;
using System.Xml.Linq;
using Microsoft.Data.Sqlite;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Storage;

/// <summary>
/// The files of the embedded database: made for its owner only, and looked through before a server begins with them.
/// </summary>
internal static class SqliteFile
{
    public const string Keys = "key-*.xml";

    /// <summary>A check that takes longer is told of.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    /// <summary>SQLite's own number of it.</summary>
    public const int Corrupt = 11;

    private const int NoDatabase = 26;

    /// <summary>Folder, database and keys are their owner's only, also those of before.</summary>
    public static void MakePrivate(Places places)
    {
        // A folder that holds other things too stays as it is; what we put there is still its owner's only.
        var database = Path.GetFileName(places.Database) + "*";
        if (!Directory.Exists(places.Data) || IsOurs(places)) OwnerOnly.MakeFolder(places.Data, database);
        OwnerOnly.MakeFolder(places.Keys, Keys);
        // SQLite gives its other files the mode of the first.
        if (!File.Exists(places.Database)) new FileStream(places.Database, OwnerOnly.Alone(FileMode.OpenOrCreate)).Dispose();
        OwnerOnly.Mend(Directory.EnumerateFiles(places.Data, database));
    }

    /// <summary>A key of which only a part was written cannot be read, and no other would be: it is put aside.</summary>
    public static void PutBrokenKeysAside(Places places, ILogger logger)
    {
        foreach (var file in Directory.EnumerateFiles(places.Keys, "*.xml"))
        {
            try
            {
                XElement.Load(file);
            }
            catch (XmlException broken)
            {
                File.Move(file, file + ".broken", overwrite: true);
                logger.LogWarning(
                    "The key {File} is broken and was put aside ({Why}); seats it opened are lost", file, broken.Message);
            }
        }
    }

    /// <summary>Reads every page, and changes none.</summary>
    /// <exception cref="SettingException">Some are damaged.</exception>
    public static async Task Check(string file, ILogger logger)
    {
        var check = Task.Run(() => FirstDamage(file));
        if (await Task.WhenAny(check, Task.Delay(Long)) != check)
            logger.LogInformation("Looking for damage in {File}, {Size} MB", file, new FileInfo(file).Length / 1_000_000);
        if (await check is { } damage)
            throw new SettingException(
                $"{file} is damaged ({damage}). Nothing was changed. "
                + "Restore it from a backup (README, Backup), or begin anew: --Storage:Path FILE");
    }

    /// <summary>What it says first, in one line, however long that takes.</summary>
    public static string Ask(SqliteConnection connection, string question)
    {
        using var asked = connection.CreateCommand();
        asked.CommandText = question;
        asked.CommandTimeout = 0;
        return ((string)asked.ExecuteScalar()!).ReplaceLineEndings(" ");
    }

    private static string? FirstDamage(string file)
    {
        try
        {
            var source = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
            using var connection = new SqliteConnection(source.ToString());
            connection.Open();
            return Ask(connection, "PRAGMA quick_check(1)") is not "ok" and var said ? said : null;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Corrupt or NoDatabase)
        {
            return failure.Message;
        }
    }

    private static bool IsOurs(Places places) => Directory.EnumerateFileSystemEntries(places.Data).All(entry =>
        entry == places.Logs || entry == places.Keys || entry.StartsWith(places.Database, StringComparison.Ordinal));
}
