using System.Diagnostics;

namespace OpsGame.Load;

/// <summary>The server's own CPU time and memory, read from the operating system.</summary>
internal sealed class ServerProcess(int? pid)
{
    public TimeSpan CpuTime => pid is null ? TimeSpan.Zero : Look(process => process.TotalProcessorTime);

    public long MemoryBytes => pid is null ? 0 : Look(process => process.WorkingSet64);

    private T Look<T>(Func<Process, T> what)
    {
        using var process = Process.GetProcessById(pid!.Value);
        return what(process);
    }
}
