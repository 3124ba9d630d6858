using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OpsGame.Load.Chaos;

/// <summary>A PostgreSQL in a directory of its own. Servers create the databases they are told of themselves.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("opsgame-chaos-postgres-").FullName;
    private readonly int _port = FreePort();
    private int _databases;

    private string Data => Path.Combine(_home, "data");

    public static async Task<OwnPostgres> Start()
    {
        var own = new OwnPostgres();
        // It does not run as root; chaos may.
        if (Environment.IsPrivilegedProcess) await own.Run("chown", "postgres", own._home);
        await own.Run(Program("initdb"), "-D", own.Data, "-U", "opsgame", "--auth=trust", "--encoding=UTF8", "--no-sync");
        var options =
            $"-p {own._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=500";
        await own.Run(Program("pg_ctl"), "start", "-D", own.Data, "-w", "-l", Path.Combine(own._home, "log"), "-o", options);
        return own;
    }

    /// <summary>Connection string of a database that is not there yet.</summary>
    public string NewDatabase() =>
        $"Host=127.0.0.1;Port={_port};Username=opsgame;Database=chaos{Interlocked.Increment(ref _databases)}";

    public async ValueTask DisposeAsync()
    {
        await Run(Program("pg_ctl"), "stop", "-D", Data, "-m", "immediate", "-w");
        Directory.Delete(_home, recursive: true);
    }

    private async Task Run(string program, params string[] arguments)
    {
        var mine = program == "chown" || !Environment.IsPrivilegedProcess;
        string[] command = mine ? [program, .. arguments] : ["runuser", "-u", "postgres", "--", program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = _home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        // What it started keeps our pipe, so its end is not the end of the pipe.
        await process.WaitForExitAsync();
        if (process.ExitCode == 0) return;
        throw new InvalidOperationException($"{program}: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Debian keeps the server's programs off the path.</summary>
    private static string Program(string name)
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return versions.OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).Concat(path)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("PostgreSQL is missing. Install it with: sudo apt-get install postgresql");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
