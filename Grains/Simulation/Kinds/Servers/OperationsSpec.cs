namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>How long an operator's work takes. Defaults: boot 60 s, restart 10 s, reload 2 s, install 20 s.</summary>
/// <param name="ShutdownNs">Worker shutdown timeout: how long replaced processes may finish what they hold. 0: as long as they
/// want, the default, as nginx's worker_shutdown_timeout.</param>
public sealed record OperationsSpec(long BootNs, long RestartNs, long ReloadNs, long InstallNs, long ShutdownNs = 0)
{
    /// <summary>A server that stops still takes requests for so long (Kubernetes' preStop sleep), 0 – 600 s; default 0.</summary>
    public long PreStopNs { get; init; }
}
