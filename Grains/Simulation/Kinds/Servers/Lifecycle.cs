namespace OpsGame.Simulation.Kinds.Servers;

public enum Lifecycle
{
    /// <summary>Its rack has no power.</summary>
    Off,
    Booting,
    Running,

    /// <summary>Finishing what it has before it stops.</summary>
    Draining,
    Restarting,
    Installing,
    Stopped,
    Crashed,
}
