using Microsoft.Data.Sqlite;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Storage;

/// <summary>The embedded database and its keys once more, as they are at one moment, while a server may be writing.</summary>
internal static class SqliteCopy
{
    /// <summary>Into an empty folder; how many keys there are.</summary>
    /// <exception cref="SqliteException">It cannot be read or written, or the copy is damaged.</exception>
    public static int Make(Places places, string folder)
    {
        var copy = new Places(Path.Combine(folder, "opsgame.db"));
        SqliteFile.MakePrivate(copy);
        using (var from = Open(places.Database, SqliteOpenMode.ReadOnly))
        using (var to = Open(copy.Database, SqliteOpenMode.ReadWrite))
        {
            from.BackupDatabase(to);
            if (SqliteFile.Ask(to, "PRAGMA integrity_check(1)") is not "ok" and var damage)
                throw new SqliteException($"the copy is damaged: {damage}", SqliteFile.Corrupt);
        }

        // After the database, so that no key is missing which something in it was sealed with.
        var keys = Directory.Exists(places.Keys) ? Directory.GetFiles(places.Keys, "*.xml") : [];
        foreach (var key in keys) File.Copy(key, Path.Combine(copy.Keys, Path.GetFileName(key)));
        OwnerOnly.MakeFolder(copy.Keys, SqliteFile.Keys);
        return keys.Length;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(source.ToString());
        connection.Open();
        return connection;
    }
}
