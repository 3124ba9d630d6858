using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpsGame.Browser.Tests;

/// <summary>
/// The real server process on a free port with its own empty data folder; may be killed and started again on the same port.
/// </summary>
/// <param name="scenarios">Of tests/Scenarios, the only ones it offers; none: the library's.</param>
public sealed class RunningServer(params string[] scenarios) : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly string _data = Directory.CreateTempSubdirectory("opsgame-browser-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Folder of another library than its own.</summary>
    public string? Library { get; init; }

    public string Url => $"http://127.0.0.1:{_port}";

    public async Task Start()
    {
        string[] library = scenarios.Length > 0 ? ["--Library:Path", LibraryOfTests()]
            : Library is null ? [] : ["--Library:Path", Library];
        var start =
            new ProcessStartInfo(
                "dotnet", [ServerDll, "--urls", Url, "--Storage:Path", Path.Combine(_data, "opsgame.db"),
                    "--Drills:EstatesPerAddress", "5000", "--Drills:FullAt", "1", .. library])
        {
            WorkingDirectory = Path.Combine(Root, "Server"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("the server did not start");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient();
        for (var since = Stopwatch.StartNew(); since.Elapsed < StartsWithin; await Task.Delay(100))
        {
            try
            {
                if ((await http.GetAsync(new Uri($"{Url}/health"))).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
        }

        throw new TimeoutException("the server was not healthy in time");
    }

    /// <summary>kill -9: nothing gets a chance to be saved or said.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Keeps its connections and says nothing, until it is thawed.</summary>
    public Task Freeze() => Signal("STOP");

    public Task Thaw() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await Kill();
        Directory.Delete(_data, recursive: true);
    }

    private async Task Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private string LibraryOfTests()
    {
        var library = Path.Combine(_data, "library");
        Directory.CreateDirectory(Path.Combine(library, "Plans"));
        var folder = Directory.CreateDirectory(Path.Combine(library, "Scenarios")).FullName;
        foreach (var name in scenarios)
            File.Copy(Path.Combine(Root, "tests", "Scenarios", $"{name}.yaml"), Path.Combine(folder, $"{name}.yaml"),
                overwrite: true);
        return library;
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "OpsGame.sln")))
                folder = folder.Parent ?? throw new DirectoryNotFoundException("OpsGame.sln");
            return folder.FullName;
        }
    }

    /// <summary>Built in the same configuration as this test.</summary>
    private static string ServerDll
    {
        get
        {
            var folders = AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar);
            var configuration = folders.Contains("Release") ? "Release" : "Debug";
            return Path.Combine(Root, "Server", "bin", configuration, "net10.0", "OpsGame.Server.dll");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
