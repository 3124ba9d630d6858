namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>What a balancer does when a user gives up and closes the connection.</summary>
public enum OnClientAbort
{
    /// <summary>
    /// It closes its own to the target: the request counts there no longer, whatever the target still does for it.
    /// </summary>
    Close,

    /// <summary>It waits for the answer all the same.</summary>
    Keep,
}
