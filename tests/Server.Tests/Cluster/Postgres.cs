using System.Diagnostics;
using Npgsql;
using OpsGame.Server.Hosting;
using OpsGame.Server.Tests.Cluster;

[assembly: AssemblyFixture(typeof(Postgres))]

namespace OpsGame.Server.Tests.Cluster;

/// <summary>
/// A real PostgreSQL in a directory of its own, started when the first test asks for a database and gone after the last.
/// </summary>
public sealed class Postgres : IAsyncDisposable
{
    private static readonly string Home = Path.Combine(Path.GetTempPath(), $"opsgame-postgres-{Environment.ProcessId}");
    private static readonly Lazy<Task<string>> Started = new(Start);
    private static int _databases;

    /// <summary>Connection string of the database every server has, once it was started.</summary>
    public static string Server => Started.Value.Result;

    /// <summary>Connection string of a new and empty database.</summary>
    public static async Task<string> NewDatabase()
    {
        var server = await Started.Value;
        var name = $"opsgame{Interlocked.Increment(ref _databases)}";
        await Ask(server, $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    /// <summary>Rows of a table.</summary>
    public static async Task<long> Count(string database, string table) =>
        (long)(await Ask(database, $"SELECT count(*) FROM {table}"))!;

    /// <summary>All of a database as pg_dump writes it; the file.</summary>
    public static async Task<string> Dump(string database)
    {
        var file = Path.Combine(Home, $"dump{Interlocked.Increment(ref _databases)}.sql");
        await Run("pg_dump", "-d", Address(database), "-f", file);
        return file;
    }

    /// <summary>Connection string of a new database that has all of a dump.</summary>
    public static async Task<string> Restored(string dump)
    {
        var database = await NewDatabase();
        await Run("psql", "-d", Address(database), "-f", dump, "-v", "ON_ERROR_STOP=1", "-q");
        return database;
    }

    /// <summary>Nobody is let into a database, and who is in is thrown out; or everybody is let in again.</summary>
    public static void Close(string database, bool closed)
    {
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        using var keeper = new NpgsqlConnection(Server);
        keeper.Open();
        using var command = new NpgsqlCommand(
            $"ALTER DATABASE {name} ALLOW_CONNECTIONS {(closed ? "false" : "true")}; "
            + $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND "
                + $"{(closed ? "true" : "false")}",
            keeper);
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        if (!Started.IsValueCreated) return;
        NpgsqlConnection.ClearAllPools();
        await Run("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w");
        Directory.Delete(Home, recursive: true);
    }

    private static async Task<object?> Ask(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static string Address(string database)
    {
        var parts = new NpgsqlConnectionStringBuilder(database);
        return $"postgresql://{parts.Username}@{parts.Host}:{parts.Port}/{parts.Database}";
    }

    private static string Data => Path.Combine(Home, "data");

    private static async Task<string> Start()
    {
        var port = Ports.Free();
        Directory.CreateDirectory(Home);
        // It does not run as root; tests may.
        if (Environment.IsPrivilegedProcess) await Run("chown", "postgres", Home);
        await Run("initdb", "-D", Data, "-U", "opsgame", "--auth=trust", "--encoding=UTF8", "--no-sync");
        var options =
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=500";
        await Run("pg_ctl", "start", "-D", Data, "-w", "-l", Path.Combine(Home, "log"), "-o", options);
        return new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Username = "opsgame", Database = "postgres",
        }.ToString();
    }

    private static async Task Run(string program, params string[] arguments)
    {
        var mine = program == "chown" || !Environment.IsPrivilegedProcess;
        string[] command = [program == "chown" ? program : Path.Combine(Programs(), program), .. arguments];
        var start = new ProcessStartInfo(mine ? command[0] : "runuser")
        {
            WorkingDirectory = Home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in mine ? command[1..] : ["-u", "postgres", "--", .. command]) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        // What it started keeps our pipe, so its end is not the end of the pipe.
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program}: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Debian keeps the server's programs off the path.</summary>
    private static string Programs()
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderDescending(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return versions.Select(version => Path.Combine(version, "bin")).Concat(path)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL is missing. Install it with: sudo apt-get install postgresql");
    }
}
