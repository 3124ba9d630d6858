using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Looks;

/// <summary>What a shell on a machine must compete with.</summary>
/// <param name="Cores">0: nothing else runs where the shell does.</param>
/// <param name="Runnable">Threads that have a core or wait for one.</param>
/// <param name="Memory">Share of the machine's memory in use, 0–1 and beyond.</param>
internal readonly record struct Shell(int Cores, double Runnable, double Memory)
{
    /// <summary>A core's work of a login and a few commands: key exchange, shell, tools.</summary>
    private const long WorkNs = 250 * Nanoseconds.PerMillisecond;

    /// <summary>Reading the tools from disk again and again when no memory is left to keep them in.</summary>
    private const long PagingNs = 10 * Nanoseconds.PerSecond;
    private const double PagesFrom = 0.9;

    /// <summary>
    /// How much longer it takes than on an idle machine. The scheduler shares the cores fairly: of n runnable threads on c cores
    /// the shell's own gets c/(n + 1) of a core at most (processor sharing).
    /// </summary>
    public long DelayNs
    {
        get
        {
            var share = Cores == 0 ? 1 : Math.Max(1, (Runnable + 1) / Cores);
            var paging = Math.Clamp((Memory - PagesFrom) / (1 - PagesFrom), 0, 1);
            return (long)(WorkNs * (share - 1) + PagingNs * paging);
        }
    }
}
