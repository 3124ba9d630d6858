using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>What is told of: codes of their texts.</summary>
public static class ServerEvents
{
    public static EventCode CheckOff { get; } = new("server-check-off");

    public static EventCode CheckSet { get; } = new("server-check-set");

    public static EventCode Crashed { get; } = new("server-crashed");

    public static EventCode Draining { get; } = new("server-draining");

    public static EventCode FirewallClosed { get; } = new("firewall-closed");

    public static EventCode FirewallOpened { get; } = new("firewall-opened");

    public static EventCode Installed { get; } = new("server-installed");

    public static EventCode Installing { get; } = new("server-installing");

    public static EventCode LivenessFailed { get; } = new("liveness-failed");

    public static EventCode LogsCleared { get; } = new("logs-cleared");

    public static EventCode LogsClearing { get; } = new("logs-clearing");

    public static EventCode LostPower { get; } = new("server-lost-power");

    public static EventCode Moved { get; } = new("server-moved");

    public static EventCode Moving { get; } = new("server-moving");

    public static EventCode NotReady { get; } = new("server-not-ready");

    public static EventCode PortInstalling { get; } = new("port-installing");

    public static EventCode PortReady { get; } = new("port-ready");

    public static EventCode PortStopped { get; } = new("port-stopped");

    public static EventCode PortStopping { get; } = new("port-stopping");

    public static EventCode PortSwitched { get; } = new("port-switched");

    public static EventCode PortSwitchingReload { get; } = new("port-switching-reload");

    public static EventCode PortSwitchingRestart { get; } = new("port-switching-restart");

    public static EventCode PreStopSet { get; } = new("pre-stop-set");

    public static EventCode ProcessCrashed { get; } = new("process-crashed");

    public static EventCode ProcessKilled { get; } = new("process-killed");

    public static EventCode ProcessKilling { get; } = new("process-killing");

    public static EventCode ProcessOverLimit { get; } = new("process-over-limit");

    public static EventCode QueueFifo { get; } = new("queue-fifo");

    public static EventCode QueueLifo { get; } = new("queue-lifo");

    public static EventCode Ready { get; } = new("server-ready");

    public static EventCode Reloaded { get; } = new("server-reloaded");

    public static EventCode Reloading { get; } = new("reloading");

    public static EventCode Removed { get; } = new("server-removed");

    public static EventCode Removing { get; } = new("server-removing");

    public static EventCode Resized { get; } = new("server-resized");

    public static EventCode Resizing { get; } = new("server-resizing");

    public static EventCode Restarting { get; } = new("server-restarting");

    public static EventCode Returning { get; } = new("server-returning");

    public static EventCode RotationOff { get; } = new("rotation-off");

    public static EventCode RotationSet { get; } = new("rotation-set");

    public static EventCode Running { get; } = new("server-running");

    public static EventCode Starting { get; } = new("server-starting");

    public static EventCode StartupFailed { get; } = new("startup-failed");

    public static EventCode Stopped { get; } = new("server-stopped");

    public static EventCode Stopping { get; } = new("server-stopping");

    public static EventCode ThreadsChanging { get; } = new("threads-changing");
}
