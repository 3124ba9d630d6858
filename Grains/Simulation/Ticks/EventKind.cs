namespace OpsGame.Simulation.Ticks;

public enum EventKind
{
    /// <summary>Something a player did was carried out (or begun).</summary>
    Command,

    /// <summary>A component could not do what a player asked.</summary>
    Refused,

    /// <summary>A component has something to say.</summary>
    System,

    Alert,
    Cleared,
    Drill,
}
