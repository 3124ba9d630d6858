using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpsGame.Load.Chaos;

/// <summary>The server as people start it, a process of its own, to be killed, stopped, woken and started again.</summary>
internal sealed class GameServer(string program, Home home) : IAsyncDisposable
{
    /// <summary>A start is seconds; beyond this it hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly List<string> _said = [];
    private Process? _process;
    private TaskCompletionSource<bool> _ready = new();

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public bool Lives => _process is { HasExited: false };

    /// <summary>Begins a life; returns at once.</summary>
    public void Spawn()
    {
        _process?.Dispose();
        var ready = _ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        string[] arguments = [program, "--urls", Address.ToString(), .. home.Settings];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => ready.TrySetResult(false);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        void Hear(string? line)
        {
            if (line is null) return;
            lock (_said) _said.Add(line);
            if (line.Contains("Organiser signs in", StringComparison.Ordinal)) ready.TrySetResult(true);
        }
    }

    /// <summary>Spawns it and waits until it says where it is.</summary>
    /// <exception cref="TimeoutException">It never does.</exception>
    public async Task Start()
    {
        Spawn();
        if (await _ready.Task.WaitAsync(Patience)) return;
        throw new InvalidOperationException($"the server ended instead of starting: {Last}");
    }

    /// <summary>kill -9: no goodbye of any kind.</summary>
    public async Task Kill()
    {
        if (_process is not { } process) return;
        process.Kill();
        await process.WaitForExitAsync();
    }

    public Task Freeze() => Signal("-STOP");

    public Task Thaw() => Signal("-CONT");

    public string Last
    {
        get
        {
            lock (_said) return string.Join(" / ", _said.TakeLast(4));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process?.Dispose();
    }

    private async Task Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0) throw new InvalidOperationException($"kill {signal} failed");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
