using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OpsGame.Server.Tests.Crash;

/// <summary>The server as people start it: a process of its own, which may be killed and started again on the same data.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _process;

    public string Data { get; } = Directory.CreateTempSubdirectory("opsgame-crash-").FullName;

    public string Database => Path.Combine(Data, "opsgame.db");

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Returns once it says where it is.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "OpsGame.Server.dll"), "--urls", Address.ToString(), "--Storage:Path", Database];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var said = new List<string?>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The server ended: " + string.Join('\n', said)));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(Patience);

        void Hear(string? line)
        {
            lock (said) said.Add(line);
            if (line?.Contains("Organiser signs in", StringComparison.Ordinal) == true) ready.TrySetResult();
        }
    }

    /// <summary>kill -9: no goodbye of any kind.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await Kill();
        Directory.Delete(Data, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
