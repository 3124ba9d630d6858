namespace OpsGame.Simulation.Ticks;

/// <summary>
/// What an action is about. Lists of actions are grouped by it, in this order: what an incident needs first comes first.
/// </summary>
public enum ActionTopic
{
    /// <summary>What runs: start, stop, restart, roll out.</summary>
    Run,

    /// <summary>Who gets which requests.</summary>
    Traffic,

    /// <summary>How much there is of everything.</summary>
    Capacity,

    /// <summary>Limits, timeouts, retries, breakers.</summary>
    Protect,

    /// <summary>How trouble is noticed, and when.</summary>
    Checks,

    /// <summary>The steps of a release, one by one.</summary>
    Release,
    Other,
}
