using System.Diagnostics;

namespace OpsGame.Load;

/// <summary>What a run took of the server; without its process id only the seconds are known.</summary>
/// <param name="Cores">Of CPU.</param>
/// <param name="Ticks">Of all estates.</param>
internal sealed record Figures(double Seconds, double Cores, double Ticks, long MemoryBytes, RuntimeReport? Runtime)
{
    /// <summary>A simulated quarter of a second.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    public double MicrosATick => Cores * Seconds * 1e6 / Ticks;

    public static async Task<Figures> Measure(LoadPlan plan, Measurements measurements, CancellationToken cancel)
    {
        var server = new ServerProcess(plan.ServerPid);
        using var runtime = plan.ServerPid is { } pid ? RuntimeWatch.Begin(pid) : null;
        measurements.Counting = true;
        var (cpu, clock) = (server.CpuTime, Stopwatch.StartNew());
        await Task.Delay(plan.Duration, cancel);
        measurements.Counting = false;
        var seconds = clock.Elapsed.TotalSeconds;
        return new Figures(
            seconds, (server.CpuTime - cpu).TotalSeconds / seconds, plan.Estates * seconds / Tick.TotalSeconds,
            server.MemoryBytes, runtime?.End());
    }
}
