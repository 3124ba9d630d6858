namespace OpsGame.Simulation.Kinds.Roles;

/// <summary>How a role's requests come to a core.</summary>
public enum Discipline
{
    /// <summary>
    /// Every busy thread is runnable, and the kernel gives all of them equal slices of the cores (processor sharing).
    /// </summary>
    Sliced,

    /// <summary>
    /// An event loop: a process works for one request until that is done, and the others wait in the order in which they came.
    /// </summary>
    RunToCompletion,
}
