namespace OpsGame.Simulation.Kinds.Roles;

/// <summary>What a role's process does when its caller closes the connection.</summary>
public enum OnAbort
{
    /// <summary>It does not look: the thread is free when the work is done and the answer cannot be written.</summary>
    WorkOn,

    /// <summary>It notices, and stops the work and all calls behind it (a cancelled context).</summary>
    Stop,

    /// <summary>It looks when it takes a request up: what still waits is not begun, what it works on it finishes.</summary>
    Skip,
}
