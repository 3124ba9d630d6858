namespace OpsGame.Simulation.Ticks;

/// <summary>
/// What an action is done to. Alerts and users live in the estate itself; the others are components with a grain.
/// </summary>
public enum ComponentKind
{
    Rack,
    Server,
    Balancer,
    Cache,
    Database,
    Rollout,
    Alert,
    Users,
    Dns,
    Certificate,
    Scaler,

    /// <summary>A power feed of the whole site.</summary>
    Feed,

    /// <summary>The team's incident desk: there is one.</summary>
    Incident,

    /// <summary>What the scenario has to say to a team that asks.</summary>
    Hints,

    /// <summary>Holds jobs that workers do later.</summary>
    Queue,
}
