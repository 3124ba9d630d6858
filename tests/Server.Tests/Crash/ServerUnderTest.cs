using System.Diagnostics;
using OpsGame.Server.Hosting;

namespace OpsGame.Server.Tests.Crash;

/// <summary>
/// The server as people start it: a process of its own, which may be killed and started again on the same data.
/// </summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<string?> _said = [];
    private Process? _process;

    /// <summary>Every line it printed so far, in all its lives.</summary>
    public string?[] Said
    {
        get
        {
            lock (_said) return [.. _said];
        }
    }

    /// <summary>More of its configuration.</summary>
    public string[] Settings { get; set; } = [];

    /// <summary>Files it may have open; null: as many as here.</summary>
    public int? Descriptors { get; init; }

    public string Data { get; } = Directory.CreateTempSubdirectory("opsgame-crash-").FullName;

    public string Database => Path.Combine(Data, "opsgame.db");

    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <summary>Returns once it says where it is.</summary>
    public async Task Start()
    {
        string[] program = ["dotnet"];
        if (Descriptors is { } most) program = ["bash", "-c", $"ulimit -n {most}; exec dotnet \"$@\"", .. program];
        var start = new ProcessStartInfo(program[0], program[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "OpsGame.Server.dll"), "--urls", Address.ToString(),
            "--Storage:Path", Database, "--Drills:FullAt", "1", .. Settings];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited +=
            (_, _) => ready.TrySetException(new InvalidOperationException("The server ended: " + string.Join('\n', Said)));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(Patience);

        void Hear(string? line)
        {
            lock (_said) _said.Add(line);
            if (line?.Contains("Organiser signs in", StringComparison.Ordinal) == true) ready.TrySetResult();
        }
    }

    /// <summary>Killed so long after it was started, wherever it is then.</summary>
    public async Task StartAndKill(TimeSpan after)
    {
        var starts = Start();
        await Task.Delay(after);
        await Kill();
        await starts.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>kill -9: no goodbye of any kind.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>kill -STOP: it does nothing, and holds everything, until it is woken.</summary>
    public Task Freeze() => Signal("-STOP");

    public Task Wake() => Signal("-CONT");

    /// <summary>Its exit code, when it ends by itself.</summary>
    public async Task<int> Ended()
    {
        await _process!.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>kill: the signal of an operator or a container. Its exit code.</summary>
    public async Task<int> Stop()
    {
        await Signal("-TERM");
        await _process!.WaitForExitAsync().WaitAsync(Patience);
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code;
    }

    private async Task Signal(string signal)
    {
        using var kill =
            Process.Start("kill", [signal, _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await Kill();
        Directory.Delete(Data, recursive: true);
    }
}
